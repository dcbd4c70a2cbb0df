{{ audit_rule(
    code='amount_repaired',
    subject='project',
    applies="amount_wan is not null",
    hit="repaired_printed is not null",
    message="'印刷数字 ' || repaired_printed || ' 已损坏，按行与列的合计还原'"
) }}
