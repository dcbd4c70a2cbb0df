{{ audit_rule(
    code='placeholder_target',
    subject='indicator',
    applies="annual_target is not null or cycle_target is not null",
    hit="is_placeholder",
    message="'指标值为“' || coalesce(annual_target, cycle_target) || '”'"
) }}
