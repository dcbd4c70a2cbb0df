{{ audit_rule(
    code='cycle_target_missing',
    subject='indicator',
    applies="cycle_target is not null or annual_target is not null",
    hit="cycle_target is null",
    message="'只有年度指标值“' || coalesce(annual_target, '') || '”，没有实施周期指标值'"
) }}
