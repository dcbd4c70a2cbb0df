select document_key, rule_code, severity, count(*) as findings
from marts.audit_findings
group by document_key, rule_code, severity
order by document_key, rule_code, severity
