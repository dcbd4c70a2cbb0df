{{ audit_rule(
    code='cost_at_least',
    subject='indicator',
    applies="level1_code = '4' and annual_is_quantitative and not is_rate_name",
    hit="annual_operator in ('>=', '>')",
    message="'成本指标“' || coalesce(indicator_name, '') || '”的年度指标值为“' || annual_target || '”'"
) }}
