{{ audit_rule(
    code='indicators_copied',
    subject='project',
    applies="indicators >= threshold",
    hit="same_indicators > 1",
    message="'同一文件有 ' || same_indicators || ' 个项目的全部指标及指标值相同'"
) }}
