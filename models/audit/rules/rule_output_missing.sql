{{ audit_rule(
    code='output_missing',
    subject='project',
    applies="indicators > 0 and not is_classified",
    hit="output_indicators = 0",
    message="'共 ' || indicators || ' 项指标，其中无产出指标'"
) }}
