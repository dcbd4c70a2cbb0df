{{ audit_rule(
    code='rate_without_percent',
    subject='indicator',
    applies="is_rate_name and annual_is_quantitative",
    hit="coalesce(annual_unit, '') not in ('%', '‰')",
    message="'比率类指标“' || indicator_name || '”的年度指标值为“' || annual_target || '”'"
) }}
