{{ audit_rule(
    code='words_differ',
    subject='indicator',
    applies="not annual_is_quantitative and not cycle_is_quantitative and length(annual_target) <= threshold and length(cycle_target) <= threshold",
    hit="not contains(annual_target, cycle_target) and not contains(cycle_target, annual_target)",
    message="'周期指标值“' || cycle_target || '”，年度指标值“' || annual_target || '”'"
) }}
