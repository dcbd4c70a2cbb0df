{{ audit_rule(
    code='count_answered_by_rate',
    subject='indicator',
    applies="is_count_name and annual_is_quantitative",
    hit="coalesce(annual_unit, '') = '%'",
    message="'计数类指标“' || indicator_name || '”的年度指标值为“' || annual_target || '”'"
) }}
