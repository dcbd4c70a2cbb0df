{{ audit_rule(
    code='weights_not_hundred',
    subject='evaluation',
    applies="indicator_weights > 0 and all_weighted",
    hit="case when execution_weight is null then indicator_weights not in (threshold, threshold - 10) else indicator_weights + execution_weight != threshold end",
    message="'指标分值合计 ' || indicator_weights::decimal(18, 2) || '，执行率分值 ' || coalesce(execution_weight::decimal(18, 2)::varchar, '未印')"
) }}
