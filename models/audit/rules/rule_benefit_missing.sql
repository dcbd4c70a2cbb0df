{{ audit_rule(
    code='benefit_missing',
    subject='project',
    applies="indicators > 0 and not is_classified",
    hit="benefit_indicators = 0",
    message="'共 ' || indicators || ' 项指标，其中无效益指标'"
) }}
