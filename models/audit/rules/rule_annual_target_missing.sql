{{ audit_rule(
    code='annual_target_missing',
    subject='indicator',
    applies="cycle_target is not null or annual_target is not null",
    hit="annual_target is null",
    message="'只有实施周期指标值“' || coalesce(cycle_target, '') || '”，没有年度指标值'"
) }}
