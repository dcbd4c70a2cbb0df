select rule_code, city_key, year_key as budget_year, hits, passed, not_applicable, insufficient_data
from marts.audit_rule_coverage
order by rule_code, city_key, year_key
