{{ audit_rule(
    code='shortfall_without_reason',
    subject='performance',
    applies="score < weight",
    hit="not has_reason",
    message="'指标“' || coalesce(indicator_name, '') || '”目标“' || coalesce(target, '') || '”，实际“' || coalesce(actual, '') || '”，得分 ' || score::decimal(18, 2) || '，分值 ' || weight::decimal(18, 2)"
) }}
