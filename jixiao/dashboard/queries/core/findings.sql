select rule_code, count(*) as findings
from marts.audit_findings
group by rule_code
order by rule_code
