{{ audit_rule(
    code='duplicate_indicator',
    subject='indicator',
    applies="indicator_name is not null",
    hit="same_name_in_project > 1",
    message="'“' || indicator_name || '”在本项目出现 ' || same_name_in_project || ' 次'"
) }}
