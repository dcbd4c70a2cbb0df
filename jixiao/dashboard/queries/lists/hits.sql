select function_code, budget_year, rule_code, count(*) as findings
from marts.audit_findings
inner join document_sums using (document_key)
group by function_code, budget_year, rule_code
order by function_code, budget_year, rule_code
