select function_code, budget_year, rule_code, count(*) as findings
from marts.audit_findings
inner join documents_summed() using (document_key)
group by function_code, budget_year, rule_code
order by function_code, budget_year, rule_code
