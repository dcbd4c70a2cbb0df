{{ audit_rule(
    code='zero_score_target_met',
    subject='performance',
    applies="score is not null and weight > 0 and target_met is not null",
    hit="score = 0 and target_met",
    message="'指标“' || coalesce(indicator_name, '') || '”目标“' || coalesce(target, '') || '”，实际“' || coalesce(actual, '') || '”，得分 ' || score::decimal(18, 2) || '，分值 ' || weight::decimal(18, 2)"
) }}
