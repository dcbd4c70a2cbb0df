with judged as (
    select
        {{ subject_columns() }},
        level = 'project' as applies,
        case when not coalesce(misses_a_number, false) then abs(difference_wan) > threshold end as is_hit,
        {{ says('总计 {printed_words}，资金来源合计 {computed_wan|2} 万元，相差 {difference_wan|2} 万元',
            'Total {printed_words_en}, sources {computed_wan|2} 万元, difference {difference_wan|2} 万元') }}
    from {{ subjects_of('total_not_sources', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        sources_wan is not null as applies,
        abs(printed_wan - sources_wan) > threshold as is_hit,
        {{ says('合计 {printed_words}，同一行各资金来源合计 {sources_wan|2} 万元，相差 {(printed_wan - sources_wan)|2} 万元',
            'Total {printed_words_en}, sources in its row {sources_wan|2} 万元, difference {(printed_wan - sources_wan)|2} 万元') }}
    from {{ subjects_of('sum_not_sources', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        level = 'unit' as applies,
        least(abs(difference_wan), abs(printed_difference_wan)) > threshold as is_hit,
        {{ says('单位小计 {printed_words}，项目合计 {computed_wan|2} 万元，相差 {difference_wan|2} 万元',
            'Unit total {printed_words_en}, projects {computed_wan|2} 万元, difference {difference_wan|2} 万元') }}
    from {{ subjects_of('unit_not_projects', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        level = 'document' as applies,
        least(abs(difference_wan), abs(printed_difference_wan)) > threshold as is_hit,
        {{ says("合计 {printed_words}，{if(amount_kind in ('tasks', 'tasks_executed'), '任务', '项目')}合计 " ~
            "{computed_wan|2} 万元，相差 {difference_wan|2} 万元",
            "Grand total {printed_words_en}, {if(amount_kind in ('tasks', 'tasks_executed'), 'tasks', 'projects')} " ~
            "{computed_wan|2} 万元, difference {difference_wan|2} 万元") }}
    from {{ subjects_of('document_not_projects', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        printed_wan > 0 and computed_wan > 0 as applies,
        printed_wan = computed_wan * threshold or printed_wan * threshold = computed_wan as is_hit,
        {{ says('总计 {printed_words}与各部分之和 {computed_wan|2} 万元恰为一万倍关系',
            'Total {printed_words_en} and the sum of its parts, {computed_wan|2} 万元, differ by exactly 10,000 times') }}
    from {{ subjects_of('unit_slip', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and amount_wan is not null as applies,
        repaired_printed is not null as is_hit,
        {{ says('所印数字 {repaired_printed} 已损坏，按勾稽关系推算',
            'The printed number {repaired_printed} is damaged; sums prove its value') }}
    from {{ subjects_of('amount_repaired', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        amounts_in_goal > 1 and amount_wan > 0 as applies,
        goal_wan != amount_wan and abs(goal_wan - amount_wan) <= amount_wan * threshold as is_hit,
        {{ says('绩效目标中 {amounts_in_goal} 项金额合计 {goal_wan|2} 万元，资金 {amount_wan|2} 万元',
            'The {amounts_in_goal} amounts of the goal add up to {goal_wan|2} 万元, the money is {amount_wan|2} 万元') }}
    from {{ subjects_of('goal_amounts_not_money', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'department' and coalesce(basic_wan, project_wan) is not null as applies,
        abs(amount_wan - basic_wan - project_wan) > threshold and not coalesce(parts_are_of_other_column, false)
        or coalesce(abs(executed_difference_wan) > threshold, false) as is_hit,
        {{ says("合计 {amount_wan|2} 万元，基本支出 {basic_wan|2} 万元加项目支出 {project_wan|2} 万元为 " ~
            "{(basic_wan + project_wan)|2} 万元{if(executed_difference_wan != 0, concat('；执行数合计与两项执行数之和相差 ', " ~
            "cast(executed_difference_wan as decimal(38, 2)), ' 万元'), '')}",
            "Total {amount_wan|2} 万元; its two parts make {(basic_wan + project_wan)|2} 万元{if(executed_difference_wan != 0, " ~
            "concat('; executed they differ by ', cast(executed_difference_wan as decimal(38, 2)), ' 万元'), '')}") }}
    from {{ subjects_of('department_total_not_parts', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved and not coalesce(' ~
            'executed_difference_wan = 0 and tasks_executed_wan > project_executed_wan, false)') }},
        form_kind = 'department' and coalesce(tasks_wan, tasks_executed_wan) > 0 as applies,
        coalesce(tasks_wan > amount_wan + threshold, false)
        or tasks_are_projects
        and (
            coalesce(tasks_wan > project_wan + threshold, false)
            or coalesce(tasks_executed_wan > project_executed_wan + threshold, false)
        ) as is_hit,
        {{ says('各项任务预算合计 {tasks_wan|2|—} 万元、执行合计 {tasks_executed_wan|2|—} 万元；部门合计 {amount_wan|2|—} 万元，' ~
            '项目支出预算 {project_wan|2|—} 万元、执行 {project_executed_wan|2|—} 万元',
            'Tasks add up to {tasks_wan|2|—} 万元, executed {tasks_executed_wan|2|—}; the total is {amount_wan|2|—}, ' ~
            'project expenditure {project_wan|2|—}, executed {project_executed_wan|2|—}') }}
    from {{ subjects_of('tasks_over_budget', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and amount_wan is not null and not is_classified and not is_blank as applies,
        amount_wan = 0 as is_hit,
        {{ says('项目设有目标和指标，资金为 0', 'The project has goals and indicators, and its money is 0') }}
    from {{ subjects_of('amount_zero', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
