with judged as (
    select
        {{ subject_columns() }},
        form_kind != 'department' and annual_goal is not null and document_forms > 1 and not is_blank as applies,
        other_goal_name is not null as is_hit,
        {{ says('目标文字说的是项目“{other_goal_name}”：{left(annual_goal, 60)}',
            'The goal is of the project “{other_goal_name}”: {left(annual_goal, 60)}') }}
    from {{ subjects_of('goal_of_other_project', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        listed_task_name is not null as applies,
        task_difference_wan > threshold as is_hit,
        {{ says('年度任务“{listed_task_name}” {listed_task_wan|2} 万元，“{task_list_heading}”（第{task_list_page}页）同名项目 ' ~
            '{listed_project_wan|2} 万元',
            'The task “{listed_task_name}” has {listed_task_wan|2} 万元, the project of its name in ' ~
            '“{task_list_heading}” (page {task_list_page}) {listed_project_wan|2} 万元') }}
    from {{ subjects_of('task_not_listed', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        named_year is not null as applies,
        named_year < budget_year
        and not is_multi_year
        and not coalesce(contains(project_name, cast(named_year as varchar)), false)
        and not coalesce(contains(annual_text, cast(named_year as varchar)), false) as is_hit,
        {{ says('预算年度 {budget_year}，指标名称写明 {named_year} 年：{indicator_name}',
            'Budget year {budget_year}; the indicator is of {named_year}: {indicator_name}') }}
    from {{ subjects_of('indicator_of_other_year', 'int_indicators_natured') }}
    union all
    select
        {{ subject_columns() }},
        form_kind != 'evaluation' and annual_is_quantitative and annual_operator in ('=', '>=', '>') as applies,
        -- what the goal says is raised itself
        promise_words is not null and not coalesce(asks_for_less, false) as is_hit,
        {{ says('文字写明“{promise_words}”，指标“{indicator_name}”的指标值为“{annual_target}”',
            'The words say “{promise_words}”, the target of “{indicator_name}” is “{annual_target}”') }}
    from {{ subjects_of('target_below_words', 'int_indicators_natured') }}
    union all
    select
        {{ subject_columns() }},
        differs_from_note is not null as applies,
        differs_from_note as is_hit,
        {{ says('指标“{indicator_name}”的指标值为“{annual_target}”，说明写“{rate_words}”',
            'The target of “{indicator_name}” is “{annual_target}”, its note says “{rate_words}”') }}
    from {{ subjects_of('note_rate_not_target', 'int_indicators_noted') }}
    union all
    select
        {{ subject_columns() }},
        -- a goal that is of another project is raised itself
        promised_counts > 0 and other_goal_name is null as applies,
        unmeasured_counts > 0 as is_hit,
        {{ says('目标文字“{unmeasured_words}”没有对应的指标', 'No indicator measures what the goal says: “{unmeasured_words}”') }}
    from {{ subjects_of('goal_not_measured', 'int_projects_reckoned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
