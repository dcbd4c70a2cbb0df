{{ audit_rule(
    code='document_not_projects',
    subject='total',
    applies="level = 'document'",
    hit="difference_wan is null or abs(difference_wan) > threshold",
    message="'合计 ' || printed || '，项目合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 ' || coalesce(difference_wan::decimal(18, 2)::varchar, '无法计算') || ' 万元'"
) }}
