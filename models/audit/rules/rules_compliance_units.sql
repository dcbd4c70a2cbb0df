with judged as (
    select
        {{ subject_columns() }},
        name_kind is not null and unit_kind is not null and annual_is_quantitative as applies,
        case
            when name_kind = 'things' then unit_kind = 'money'
            -- 巡查次数 365天, 检查批次 480家: how often is told by more than one unit
            when name_kind in ('people', 'times') then unit_kind not in ('people', 'times', 'time', 'things')
            else name_kind != unit_kind and not (name_kind = 'time' and unit_kind = 'times')
        end as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，单位与所计事物不符',
            'Indicator “{indicator_name}” has the target “{annual_target}”: the unit does not fit what is counted') }}
    from {{ subjects_of('unit_of_other_kind', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative
        and (
            is_at_least_name and annual_plain_unit = '%'
            or coalesce(is_at_most_name, false)
            or coalesce(is_against_goal, false)
            or coalesce(is_adverse_name or is_absence_name, false)
        )
        -- 同比下降≥10% of complaints is the better the higher
        and not coalesce(is_lowered_target, false) as applies,
        coalesce(is_against_goal, false)
        or coalesce(is_at_least_name and annual_operator in ('<=', '<') and annual_value < 100, false)
        or coalesce(is_at_most_name and annual_operator in ('>=', '>'), false)
        -- no accident or more of them
        or coalesce((is_adverse_name or is_absence_name) and annual_operator = '>=' and annual_value = 0, false)
            as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，' ~
            "{if(is_against_goal, concat('与目标文字“', bound_words, '”'), '符号')}方向相反",
            'Indicator “{indicator_name}” has the target “{annual_target}”: its sign points the wrong way' ~
            "{if(is_against_goal, concat(', the goal says “', bound_words, '”'), '')}") }}
    from {{ subjects_of('sign_reversed', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        coalesce(target_year, cycle_target_year) is not null as applies,
        coalesce(target_year < budget_year, false)
        or coalesce(cycle_target_year > last_year, false)
        -- beside a column of the cycle, the other one is of the year alone
        or coalesce(target_year > case when has_cycle_column then budget_year else last_year end, false) as is_hit,
        {{ says('预算年度 {budget_year}，年度指标值“{annual_target||—}”，周期指标值“{cycle_target||—}”',
            'Budget year {budget_year}, annual target “{annual_target||—}”, cycle target “{cycle_target||—}”') }}
    from {{ subjects_of('deadline_outside', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and end_year is not null as applies,
        end_year > budget_year as is_hit,
        {{ says('经常性项目，预算年度 {budget_year}，{end_words}',
            'A project of each year, budget year {budget_year}: {end_words}') }}
    from {{ subjects_of('recurrent_beyond_year', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        level2_code = '11' and annual_is_quantitative and coalesce(annual_plain_unit, '') != '%' as applies,
        annual_operator in ('<=', '<')
        and is_done_name
        and not coalesce(is_adverse_name or is_cost_name or is_time_name, false) as is_hit,
        {{ says('数量指标“{indicator_name}”的指标值为“{annual_target}”，少做也算完成',
            'The target of the count “{indicator_name}” is “{annual_target}”: doing less would meet it') }}
    from {{ subjects_of('count_at_most', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_favourable
        and annual_operator in ('<=', '<', '>=', '>') as applies,
        annual_operator in ('<=', '<')
        and (is_adverse_name or is_absence_name or is_at_most_name or is_done_name)
        and not coalesce(is_cost_name or is_time_name, false) as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，方向栏却写“正向”',
            'Indicator “{indicator_name}” has the target “{annual_target}”, yet its direction is 正向 (the more the better)') }}
    from {{ subjects_of('direction_word_reversed', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
