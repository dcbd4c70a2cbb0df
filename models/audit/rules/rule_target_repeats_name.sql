{{ audit_rule(
    code='target_repeats_name',
    subject='indicator',
    applies="indicator_name is not null and (annual_target is not null or cycle_target is not null)",
    hit="annual_repeats_name or cycle_repeats_name",
    message="'指标“' || indicator_name || '”的' || case when annual_repeats_name then '年度指标值“' || annual_target else '周期指标值“' || cycle_target end || '”重复名称'"
) }}
