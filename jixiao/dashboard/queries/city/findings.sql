select
    document.city_key, findings.document_key, document.department_key, function_code, document.year_key as budget_year, findings.project_key,
    project_name as project, rule_code, severity, certainty, fen(amount_at_stake_wan) as amount,
    repeats, first_year, message, message_en, findings.char_start as "start", findings.char_end as "end",
    findings.page, findings.line
from marts.audit_findings as findings
inner join marts.dim_document as document using (document_key)
inner join marts.dim_department on document.department_key = dim_department.department_key
left join marts.dim_project using (project_key)
order by document.city_key, findings.document_key, findings.char_start, finding_key
