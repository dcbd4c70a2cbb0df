{{ audit_rule(
    code='project_classified',
    subject='project',
    applies="true",
    hit="is_classified",
    message="'涉密或保密项目，金额 ' || coalesce(amount_wan::decimal(18, 2)::varchar, '未知') || ' 万元'"
) }}
