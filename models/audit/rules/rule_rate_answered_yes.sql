{{ audit_rule(
    code='rate_answered_yes',
    subject='indicator',
    applies="is_rate_name and annual_target is not null",
    hit="is_answer_word",
    message="'比率类指标“' || indicator_name || '”的年度指标值为“' || annual_target || '”'"
) }}
