with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'plan' and schedule_end is not null and not coalesce(is_carried_over, false) as applies,
        -- a project that began earlier has steps that are done
        schedule_end_year < coalesce(period_start_year, budget_year)
        and schedule_end_year < budget_year as is_hit,
        {{ says('实施进度安排最晚为 {schedule_end_year} 年，预算年度 {budget_year}' ~
            "{if(period_text is null, '', concat('，项目期“', period_text, '”'))}",
            'The last step is of {schedule_end_year}, the budget is of {budget_year}' ~
            "{if(period_text is null, '', concat(', the project of “', period_text, '”'))}") }}
    from {{ subjects_of('schedule_before_period', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        is_outside_months is not null as applies,
        is_outside_months as is_hit,
        {{ says('指标“{indicator_name}”为“{annual_target}”，项目期“{months_of_project}”',
            'Indicator “{indicator_name}” is “{annual_target}”, the project is of “{months_of_project}”') }}
    from {{ subjects_of('deadline_outside_months', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_of_one_year
        and annual_is_quantitative
        and cycle_is_quantitative
        and annual_operator = cycle_operator
        and annual_operator in ('=', '>=', '>', '<=', '<')
        and coalesce(annual_plain_unit, '') = coalesce(cycle_plain_unit, '')
        and not coalesce(names_differ, false) as applies,
        annual_value != cycle_value as is_hit,
        {{ says('项目期“{period_text}”，指标“{indicator_name}”的周期指标值为“{cycle_target}”，年度指标值为“{annual_target}”',
            'The period of the project is “{period_text}”; “{indicator_name}” is “{cycle_target}” for the cycle, ' ~
            '“{annual_target}” for the year') }}
    from {{ subjects_of('one_year_targets_differ', 'int_indicators_noted') }}
    union all
    select
        {{ subject_columns() }},
        -- of several years, days without years may be of any
        begun_name is not null and (names_years or last_year = budget_year) as applies,
        is_before_begun as is_hit,
        {{ says('指标“{indicator_name}”为“{annual_target}”，早于“{begun_name}”的“{begun_target}”',
            'Indicator “{indicator_name}” is “{annual_target}”, before “{begun_name}”, “{begun_target}”') }}
    from {{ subjects_of('finished_before_begun', 'int_indicators_noted') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
