select
    from_document_key, from_project_key, to_document_key, to_project_key, evidence_kind as kind,
    plain(strength) as strength, evidence
from marts.project_links
order by from_document_key, from_project_key, to_document_key, to_project_key, strength desc, evidence_kind
