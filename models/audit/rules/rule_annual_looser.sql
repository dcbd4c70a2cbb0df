{{ audit_rule(
    code='annual_looser',
    subject='indicator',
    applies="annual_unit = '%' and cycle_unit = '%' and annual_operator = cycle_operator and annual_operator in ('=', '>=', '>', '<=', '<')",
    hit="case when left(annual_operator, 1) = '<' then annual_value > cycle_value else annual_value < cycle_value end",
    message="'周期指标值“' || cycle_target || '”，年度指标值“' || annual_target || '”较宽'"
) }}
