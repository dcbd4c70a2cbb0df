{{ audit_rule(
    code='goal_unchanged',
    subject='project',
    applies="previous_goal is not null",
    hit="annual_goal = previous_goal",
    message="'与 ' || (budget_year - 1) || ' 年逐字相同：' || left(annual_goal, 40)"
) }}
