{{ audit_rule(
    code='cost_missing',
    subject='project',
    applies="document_uses_cost and indicators > 0 and not is_classified",
    hit="cost_indicators = 0",
    message="'同一文件其他项目设有成本指标，本项目 ' || indicators || ' 项指标中没有'"
) }}
