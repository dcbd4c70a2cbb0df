{{ audit_rule(
    code='unit_not_projects',
    subject='total',
    applies="level = 'unit'",
    hit="difference_wan is null or abs(difference_wan) > threshold",
    message="'单位小计 ' || printed || '，项目合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 ' || coalesce(difference_wan::decimal(18, 2)::varchar, '无法计算') || ' 万元'"
) }}
