{{ audit_rule(
    code='ordinals_broken',
    subject='issue',
    applies="code in ('ordinal_repeated', 'ordinal_skipped', 'ordinal_missing', 'false_start')",
    hit="true",
    message="coalesce(message, code) || '：' || left(printed, 40)"
) }}
