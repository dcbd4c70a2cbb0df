{{ audit_rule(
    code='vague_target',
    subject='indicator',
    applies="annual_target is not null and not annual_is_quantitative",
    hit="is_vague",
    message="'年度指标值“' || annual_target || '”不可衡量'"
) }}
