select
    findings.document_key, findings.project_key, project_name as project, rule_code, message,
    char_start as "start", char_end as "end", page, line
from marts.audit_findings as findings
left join marts.dim_project using (project_key)
order by findings.document_key, char_start, finding_key
