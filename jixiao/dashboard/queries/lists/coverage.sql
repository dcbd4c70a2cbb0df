select
    rule_code, year_key as budget_year,
    cast(sum(columns(['hits', 'passed', 'not_applicable', 'insufficient_data'])) as bigint)
from marts.audit_rule_coverage
group by rule_code, year_key
order by rule_code, year_key
