{{ audit_rule(
    code='total_not_scores',
    subject='evaluation',
    applies="total_score is not null and all_scored",
    hit="abs(total_score - indicator_scores - coalesce(execution_score, 0)) > threshold",
    message="'总分 ' || total_score::decimal(18, 2) || '，各项得分合计 ' || (indicator_scores + coalesce(execution_score, 0))::decimal(18, 2)"
) }}
