select document_key, rule_code, count(*) as findings
from marts.audit_findings
group by document_key, rule_code
order by document_key, rule_code
