{{ audit_rule(
    code='too_many_indicators',
    subject='project',
    applies="indicators > 0",
    hit="indicators > threshold",
    message="'共 ' || indicators || ' 项指标，超过 ' || cast(threshold as integer) || ' 项'"
) }}
