{{ audit_rule(
    code='indicators_missing',
    subject='project',
    applies="not is_classified",
    hit="indicators = 0",
    message="'项目未填列任何绩效指标'"
) }}
