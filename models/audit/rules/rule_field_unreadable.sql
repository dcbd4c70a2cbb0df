{{ audit_rule(
    code='field_unreadable',
    subject='issue',
    applies="code in ('amount_unreadable', 'amount_missing', 'not_an_indicator', 'project_name_missing')",
    hit="true",
    message="'无法读取：' || left(printed, 40)"
) }}
