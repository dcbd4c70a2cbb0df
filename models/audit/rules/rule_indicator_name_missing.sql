{{ audit_rule(
    code='indicator_name_missing',
    subject='indicator',
    applies="true",
    hit="indicator_name is null",
    message="'二级指标“' || coalesce(printed_level2, '') || '”下未填名称'"
) }}
