{{ audit_rule(
    code='score_above_weight',
    subject='performance',
    applies="score is not null and weight is not null",
    hit="score > weight",
    message="'指标“' || coalesce(indicator_name, '') || '”目标“' || coalesce(target, '') || '”，实际“' || coalesce(actual, '') || '”，得分 ' || score::decimal(18, 2) || '，分值 ' || weight::decimal(18, 2)"
) }}
