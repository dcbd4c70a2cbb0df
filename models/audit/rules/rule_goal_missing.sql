{{ audit_rule(
    code='goal_missing',
    subject='project',
    applies="not is_classified",
    hit="annual_goal is null and cycle_goal is null",
    message="'项目未填列绩效目标'"
) }}
