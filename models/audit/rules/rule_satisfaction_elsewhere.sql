{{ audit_rule(
    code='satisfaction_elsewhere',
    subject='indicator',
    applies="is_satisfaction_name",
    hit="level2_code != '31'",
    message="'“' || indicator_name || '”列在“' || coalesce(printed_level2, '') || '”下'"
) }}
