{{ audit_rule(
    code='timeliness_under_benefit',
    subject='indicator',
    applies="is_timeliness_name",
    hit="level1_code = '2'",
    message="'“' || indicator_name || '”列在“' || coalesce(printed_level2, '') || '”下'"
) }}
