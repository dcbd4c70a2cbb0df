{{ audit_rule(
    code='execution_out_of_range',
    subject='evaluation',
    applies="computed_rate is not null",
    hit="abs(computed_rate - 100) > threshold",
    message="'预算 ' || budget_wan::decimal(18, 2) || ' 万元，执行 ' || executed_wan::decimal(18, 2) || ' 万元，执行率 ' || computed_rate::decimal(18, 2) || '%'"
) }}
