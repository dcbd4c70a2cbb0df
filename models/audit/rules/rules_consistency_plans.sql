with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'plan' and schedule_end_year is not null and last_year is not null as applies,
        schedule_end_year > last_year as is_hit,
        {{ says('实施进度安排至“{schedule_end}”，晚于 {last_year} 年',
            'The schedule of the project goes on to “{schedule_end}”, after {last_year}') }}
    from {{ subjects_of('schedule_after_period', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and start_year is not null as applies,
        ends_before_it_begins or start_year > budget_year and amount_wan > threshold as is_hit,
        {{ says('项目期“{period_text}”，预算年度 {budget_year}',
            'The period of the project is “{period_text}”, the budget year {budget_year}') }}
    from {{ subjects_of('period_impossible', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and is_of_one_year as applies,
        coalesce(cycle_end_year > cycle_start_year, false) and coalesce(cycle_wan - amount_wan > threshold, false)
            as is_hit,
        {{ says('项目期“{period_text}”，实施期资金 {cycle_wan|2} 万元、目标至 {cycle_end_year} 年，年度资金 {amount_wan|2} 万元',
            'The period is “{period_text}”, the cycle has {cycle_wan|2} 万元 and goals until {cycle_end_year}, the year ' ~
            '{amount_wan|2} 万元') }}
    from {{ subjects_of('period_not_cycle', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        last_goal_year is not null and last_year is not null as applies,
        -- a goal that begins with its year is raised itself
        last_goal_year > last_year and coalesce(goal_year, 0) != last_goal_year
        or coalesce(first_goal_year, budget_year) < budget_year
        and coalesce(goal_year, 0) != first_goal_year
        and not coalesce(is_carried_over, false) as is_hit,
        {{ says('预算年度 {budget_year}，年度目标写明“{case when last_goal_year > last_year then last_goal_date else ' ~
            'first_goal_date end}”',
            'Budget year {budget_year}, the annual goal says “{case when last_goal_year > last_year then ' ~
            'last_goal_date else first_goal_date end}”') }}
    from {{ subjects_of('goal_date_outside', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and task_phrase is not null as applies,
        differs_from_task as is_hit,
        {{ says('部门整体表任务“{promising_task}”写明“{task_phrase}”，本表指标“{task_indicator}”为“{task_target}”',
            'Task “{promising_task}” of the department says “{task_phrase}”, “{task_indicator}” is “{task_target}” ' ~
            'here') }}
    from {{ subjects_of('task_count_not_project', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and elsewhere_wan is not null and amount_wan is not null as applies,
        abs(elsewhere_wan - amount_wan) > threshold as is_hit,
        {{ says('本表资金 {amount_wan|2} 万元，{elsewhere_file_name} 中同一项目为 {elsewhere_wan|2} 万元',
            'The money is {amount_wan|2} 万元, that of the same project in {elsewhere_file_name} {elsewhere_wan|2} 万元') }}
    from {{ subjects_of('money_differs_elsewhere', 'int_projects_planned') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative and price_words is not null as applies,
        differs_from_price as is_hit,
        {{ says('目标文字为“{price_words}”，指标“{indicator_name}”为“{annual_target}”',
            'The goal says “{price_words}”, “{indicator_name}” is “{annual_target}”') }}
    from {{ subjects_of('standard_not_goal', 'int_indicators_noted') }}
    union all
    select
        {{ subject_columns() }},
        note is not null and indicator_name is not null as applies,
        note_of_other is not null as is_hit,
        {{ says('指标“{indicator_name}”的说明为“{note_of_other}”，说的不是本指标',
            'What explains “{indicator_name}” is “{note_of_other}”, which is of another indicator') }}
    from {{ subjects_of('note_of_other_indicator', 'int_indicators_noted') }}
    union all
    select
        {{ subject_columns() }},
        grades_noted is not null as applies,
        coalesce(grades_are_reversed, false) as is_hit,
        {{ says('指标“{indicator_name}”的指标值为“{annual_target}”，评分档次为“{grades_noted}”，次序颠倒',
            '“{indicator_name}” has the target “{annual_target}” and the grades “{grades_noted}”, out of order') }}
    from {{ subjects_of('grades_out_of_order', 'int_indicators_noted') }}
    union all
    select
        {{ subject_columns() }},
        named_percent is not null and annual_unit = '%' as applies,
        annual_value != named_percent as is_hit,
        {{ says('指标名称“{indicator_name}”写明的比率与指标值“{annual_target}”不同',
            'The name “{indicator_name}” has another rate than the target “{annual_target}”') }}
    from {{ subjects_of('percent_not_name', 'int_indicators_noted') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
