-- a source of a total's row that is not what the rows below have from it
select
    sources.document_key,
    sources.level,
    sources.amount_kind,
    sources.unit_key,
    max(names.funding_source_name) as column_name,
    max(sources.printed_wan) as column_wan,
    max(sources.computed_wan) as column_computed_wan
from ({{ touched('reconciliation_by_source') }}) as sources
inner join {{ ref('funding_sources') }} as names on sources.funding_source_key = names.funding_source_key
where sources.difference_wan != 0
group by sources.document_key, sources.level, sources.amount_kind, sources.unit_key
having count(*) = 1
