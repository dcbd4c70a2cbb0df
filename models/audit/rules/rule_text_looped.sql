{{ audit_rule(
    code='text_looped',
    subject='issue',
    applies="code in ('value_repeated', 'label_cut')",
    hit="true",
    message="'重复或截断的文字：' || left(printed, 40)"
) }}
