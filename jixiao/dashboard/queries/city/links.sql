-- Both documents of a link are one department's, so of one city. The evidence of a name is the name itself, which the page shows anyway.
select
    city_key, from_document_key, from_project_key, to_document_key, to_project_key, evidence_kind as kind,
    plain(strength) as strength,
    case when evidence_kind not like '%name%' and evidence_kind != 'same_family' then evidence end as evidence
from marts.project_links
inner join marts.dim_document on from_document_key = document_key
order by city_key, from_document_key, from_project_key, to_document_key, to_project_key, strength desc, evidence_kind
