{{ audit_rule(
    code='total_not_sources',
    subject='total',
    applies="level = 'project'",
    hit="difference_wan is null or abs(difference_wan) > threshold",
    message="'总计 ' || printed || '，资金来源合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 ' || coalesce(difference_wan::decimal(18, 2)::varchar, '无法计算') || ' 万元'"
) }}
