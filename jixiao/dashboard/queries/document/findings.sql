select
    document_key, project_key, indicator_key, rule_code, message, page, line, char_start as "start", char_end as "end"
from marts.audit_findings
order by document_key, char_start, finding_key
