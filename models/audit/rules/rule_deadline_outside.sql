{{ audit_rule(
    code='deadline_outside',
    subject='indicator',
    applies="target_year is not null",
    hit="target_year < budget_year or target_year > coalesce(cycle_end_year, budget_year)",
    message="'预算年度 ' || budget_year || '，年度指标值“' || annual_target || '”'"
) }}
