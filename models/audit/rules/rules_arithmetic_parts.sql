with judged as (
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'plan' and whole_cost_wan is not null and last_year = budget_year as applies,
        -- limits may leave room
        parted_costs_wan > whole_cost_wan * (1 + threshold)
        or costs_are_exact and parted_costs_wan between whole_cost_wan * 0.5 and whole_cost_wan * (1 - threshold)
            as is_hit,
        {{ says('各项成本（{parted_costs}）合计 {parted_costs_wan|2} 万元，总成本指标“{whole_cost_words}”',
            'The costs ({parted_costs}) add up to {parted_costs_wan|2} 万元, that of all is “{whole_cost_words}”') }}
    from {{ subjects_of('costs_not_whole', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'department' and task_price_words is not null as applies,
        task_exceeded_share > 1 + threshold as is_hit,
        {{ says('任务资金少于所列数量与标准之积，至多少 {task_exceeded_wan|2} 万元：{task_price_words}',
            'The money of a task is less than what it counts times its standard, by up to {task_exceeded_wan|2} 万元: ' ~
            '{task_price_words}') }}
    from {{ subjects_of('task_below_standard', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        difference_wan = 0 and not misses_a_number as applies,
        coalesce(abs(column_wan - column_computed_wan) > threshold, false) as is_hit,
        {{ says('合计行“{column_name}” {column_wan|2} 万元，其下各行合计 {column_computed_wan|2} 万元',
            'The row of the total has {column_wan|2} 万元 as “{column_name}”, the rows below add up to ' ~
            '{column_computed_wan|2} 万元') }}
    from {{ subjects_of('column_not_total', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        regions_wan is not null as applies,
        abs(whole_wan - regions_wan) > threshold as is_hit,
        {{ says('全部地区资金 {whole_wan|2} 万元，各地区表合计 {regions_wan|2} 万元',
            'The money of all regions is {whole_wan|2} 万元, the forms of the regions add up to {regions_wan|2} 万元') }}
    from {{ subjects_of('regions_money_not_total', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'department'
        and tasks_are_projects
        and tasks_wan > 0
        -- a total that is not its parts is raised itself
        and amount_wan = basic_wan + project_wan
        and not lists_tasks_in_part as applies,
        -- the few that are printed may be some of many
        project_wan - tasks_wan > 0.01 and tasks_wan > project_wan * (1 - threshold) as is_hit,
        {{ says('各项任务预算合计 {tasks_wan|2} 万元，少于项目支出 {project_wan|2} 万元',
            'The tasks add up to {tasks_wan|2} 万元, less than the {project_wan|2} 万元 of projects') }}
    from {{ subjects_of('tasks_below_projects', 'int_projects_planned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
