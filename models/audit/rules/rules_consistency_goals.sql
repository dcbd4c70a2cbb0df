with judged as (
    select
        {{ subject_columns() }},
        (is_multi_year or coalesce(last_year > budget_year, false))
        and annual_goal is not null
        and cycle_goal is not null as applies,
        goals_equal as is_hit,
        {{ says('中期目标与年度目标逐字相同：{left(annual_goal, 40)}',
            'The goal of the cycle equals that of the year word by word: {left(annual_goal, 40)}') }}
    from {{ subjects_of('goals_equal', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        goal_year is not null
        and not is_carried_over
        and not coalesce(contains(project_name, cast(goal_year as varchar)), false) as applies,
        goal_year < budget_year or coalesce(goal_year > last_year, false) as is_hit,
        {{ says('预算年度 {budget_year}，年度目标写明 {goal_year} 年：{left(annual_goal, 40)}',
            'Budget year {budget_year}, the goal is of {goal_year}: {left(annual_goal, 40)}') }}
    from {{ subjects_of('goal_of_other_year', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        asks_for_less is not null as applies,
        asks_for_less as is_hit,
        {{ says('目标文字为“{promised_words}”，指标“{indicator_name}”的指标值为“{annual_target}”',
            'The goal says “{promised_words}”, the target of “{indicator_name}” is “{annual_target}”') }}
    from {{ subjects_of('target_below_goal', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        asks_for_more is not null as applies,
        asks_for_more as is_hit,
        {{ says('目标文字为“{promised_words}”，指标“{indicator_name}”的指标值为“{annual_target}”',
            'The goal says “{promised_words}”, the target of “{indicator_name}” is “{annual_target}”') }}
    from {{ subjects_of('target_above_goal', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_below_name is not null as applies,
        is_below_name as is_hit,
        {{ says('名称写明“{named_words}”，指标“{indicator_name}”的指标值为“{annual_target}”',
            'A name says “{named_words}”, the target of “{indicator_name}” is “{annual_target}”') }}
    from {{ subjects_of('target_below_name', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_after_goal is not null as applies,
        is_after_goal as is_hit,
        {{ says('目标文字为“{day_words}”，指标“{indicator_name}”的指标值为“{annual_target}”',
            'The goal says “{day_words}”, the target of “{indicator_name}” is “{annual_target}”') }}
    from {{ subjects_of('deadline_after_goal', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        half_target is not null and not coalesce(is_adverse_name or is_cost_name or is_time_name, false) as applies,
        is_above_year as is_hit,
        {{ says('指标“{indicator_name}”半年指标值为“{half_target}”，全年指标值为“{annual_target}”',
            'The target of “{indicator_name}” for half a year is “{half_target}”, for the year “{annual_target}”') }}
    from {{ subjects_of('half_year_above_year', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        other_year is not null as applies,
        other_year != budget_year as is_hit,
        {{ says('标题年度与表内年度不一致：“{title_words}”，“{year_words}”',
            'The year of the title is not that of the form: “{title_words}”, “{year_words}”') }}
    from {{ subjects_of('title_of_other_year', 'int_documents_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
