select city_key, function_code, budget_year, rule_code, count(*) as findings
from marts.audit_findings
inner join documents_summed() using (document_key)
group by city_key, function_code, budget_year, rule_code
order by city_key, function_code, budget_year, rule_code
