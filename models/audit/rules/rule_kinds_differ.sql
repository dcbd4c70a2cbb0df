{{ audit_rule(
    code='kinds_differ',
    subject='indicator',
    applies="annual_target is not null and cycle_target is not null and not annual_repeats_name and not cycle_repeats_name",
    hit="annual_is_quantitative != cycle_is_quantitative",
    message="'周期指标值“' || cycle_target || '”，年度指标值“' || annual_target || '”，一为定量一为定性'"
) }}
