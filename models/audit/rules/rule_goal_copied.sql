{{ audit_rule(
    code='goal_copied',
    subject='project',
    applies="length(coalesce(annual_goal, '')) >= threshold and not is_classified",
    hit="same_goal > 1",
    message="'同一文件有 ' || same_goal || ' 个项目的绩效目标相同：' || left(annual_goal, 40)"
) }}
