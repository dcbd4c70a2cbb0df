-- Every row that a finding rests on, with the severity of the finding.
select
    hits.document_key, finding_key, hits.project_key, hits.indicator_key, hits.rule_code, severity, hits.message, hits.message_en,
    hits.page, hits.line, hits.char_start as "start", hits.char_end as "end"
from marts.audit_finding_rows as hits
inner join (select finding_key, severity from marts.audit_findings) using (finding_key)
order by hits.document_key, hits.char_start, result_key
