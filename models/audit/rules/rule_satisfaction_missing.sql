{{ audit_rule(
    code='satisfaction_missing',
    subject='project',
    applies="indicators > 0 and not is_classified",
    hit="satisfaction_indicators = 0",
    message="'共 ' || indicators || ' 项指标，其中无满意度指标'"
) }}
