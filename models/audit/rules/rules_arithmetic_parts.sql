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
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
