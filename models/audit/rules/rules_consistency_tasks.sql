with judged as (
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        task_wan is not null as applies,
        -- more of a task may stand in forms that are not printed
        amount_wan > task_wan + threshold or coalesce(is_excess, false) as is_hit,
        {{ says('项目资金 {amount_wan|2} 万元，部门整体表任务“{task_name}”为 {task_wan|2} 万元',
            'The money of the project is {amount_wan|2} 万元, that of the task “{task_name}” of its department ' ~
            '{task_wan|2} 万元') }}
    from {{ subjects_of('task_not_project', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        told_tasks > 0 as applies,
        unmeasured_tasks > 0 as is_hit,
        {{ says('年度任务“{unmeasured_task_names}”没有对应的指标',
            'No indicator is of the tasks “{unmeasured_task_names}”') }}
    from {{ subjects_of('task_not_measured', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'department' and project_target is not null as applies,
        -- more of a count may be of other projects
        is_below_project as is_hit,
        {{ says('部门整体表指标“{indicator_name}”的指标值为“{annual_target}”，项目表同名指标为“{project_target}”',
            'The target of “{indicator_name}” is “{annual_target}” for the department, “{project_target}” for its ' ~
            'project') }}
    from {{ subjects_of('department_below_project', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'department' and project_target is not null as applies,
        is_above_project as is_hit,
        {{ says('部门整体表指标“{indicator_name}”的指标值为“{annual_target}”，承担该任务的项目表为“{project_target}”',
            'The target of “{indicator_name}” is “{annual_target}” for the department, “{project_target}” for the ' ~
            'project that is its task') }}
    from {{ subjects_of('department_above_project', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        region_name is not null as applies,
        other_region_name is not null as is_hit,
        {{ says('“{region_name}”的目标文字写的是“{other_region_name}”：{left(annual_goal, 60)}',
            'The goal of “{region_name}” is of “{other_region_name}”: {left(annual_goal, 60)}') }}
    from {{ subjects_of('goal_of_other_region', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        promised_rates > 0 as applies,
        unmeasured_rates > 0 as is_hit,
        {{ says('目标文字“{unmeasured_rate_words}”没有对应的指标',
            'No indicator measures what the goal says: “{unmeasured_rate_words}”') }}
    from {{ subjects_of('goal_rate_not_measured', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        expected_text is not null as applies,
        is_expected_below and not coalesce(is_adverse_name or is_cost_name or is_time_name, false) as is_hit,
        {{ says('指标“{indicator_name}”全年预计完成“{expected_text}”，年度指标值为“{annual_target}”',
            'Of “{indicator_name}” the form expects “{expected_text}” by the end of the year, its target is ' ~
            '“{annual_target}”') }}
    from {{ subjects_of('expected_below_target', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
