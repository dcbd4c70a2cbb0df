{{ audit_rule(
    code='goals_equal',
    subject='project',
    applies="is_multi_year and annual_goal is not null and cycle_goal is not null",
    hit="goals_equal",
    message="'中期目标与年度目标逐字相同：' || left(annual_goal, 40)"
) }}
