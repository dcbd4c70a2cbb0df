select city_key, rule_code, year_key as budget_year, hits, passed, not_applicable, insufficient_data
from marts.audit_rule_coverage
order by city_key, rule_code, year_key
