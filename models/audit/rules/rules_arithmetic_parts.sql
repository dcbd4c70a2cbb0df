with judged as (
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        whole_cost_wan is not null as applies,
        -- parts that are far from the whole are some of them
        cost_parts_wan between whole_cost_wan * threshold and whole_cost_wan * (2 - threshold)
        and abs(cost_parts_wan - whole_cost_wan) > 0.01 as is_hit,
        {{ says('各项成本（{cost_parts_words}）合计 {cost_parts_wan|2} 万元，“{whole_cost_words}”',
            'The costs ({cost_parts_words}) add up to {cost_parts_wan|2} 万元, the whole is “{whole_cost_words}”') }}
    from {{ subjects_of('cost_parts_not_whole', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        tasks_left_wan is not null as applies,
        -- far less are the tasks of most weight; more is raised itself
        tasks_left_wan > 0.01 and tasks_share >= threshold
        or tasks_left_wan <= 0.01
        and coalesce(tasks_left_executed_wan > 0.01 and tasks_executed_share >= threshold, false) as is_hit,
        {{ says('各项任务预算合计 {tasks_wan|2} 万元、执行合计 {tasks_executed_wan|2|—} 万元；项目支出预算 {project_wan|2} 万元、' ~
            '执行 {project_executed_wan|2|—} 万元',
            'The tasks add up to {tasks_wan|2} 万元, executed {tasks_executed_wan|2|—}; project expenditure is ' ~
            '{project_wan|2} 万元, executed {project_executed_wan|2|—}') }}
    from {{ subjects_of('tasks_below_project', 'int_projects_reckoned') }}
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
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
