{{ audit_rule(
    code='units_differ',
    subject='indicator',
    applies="annual_is_quantitative and cycle_is_quantitative",
    hit="coalesce(annual_unit, '') != coalesce(cycle_unit, '')",
    message="'周期指标值“' || cycle_target || '”（单位 ' || coalesce(cycle_unit, '无') || '），年度指标值“' || annual_target || '”（单位 ' || coalesce(annual_unit, '无') || '）'"
) }}
