{{ audit_rule(
    code='directions_differ',
    subject='indicator',
    applies="annual_operator in ('>=', '>', '<=', '<') and cycle_operator in ('>=', '>', '<=', '<')",
    hit="left(annual_operator, 1) != left(cycle_operator, 1)",
    message="'周期指标值“' || cycle_target || '”与年度指标值“' || annual_target || '”方向相反'"
) }}
