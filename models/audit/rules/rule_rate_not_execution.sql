{{ audit_rule(
    code='rate_not_execution',
    subject='evaluation',
    applies="execution_rate is not null and computed_rate is not null",
    hit="least(abs(execution_rate - computed_rate), abs(100 * execution_rate - computed_rate)) > threshold",
    message="'所印执行率 ' || execution_rate::decimal(18, 2) || '，按预算 ' || budget_wan::decimal(18, 2) || ' 万元、执行 ' || executed_wan::decimal(18, 2) || ' 万元计为 ' || computed_rate::decimal(18, 2) || '%'"
) }}
