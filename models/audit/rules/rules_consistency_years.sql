with judged as (
    select
        {{ subject_columns() }},
        previous_value is not null
        and annual_is_quantitative
        and coalesce(annual_plain_unit, '') = coalesce(previous_unit, '')
        and annual_operator in ('=', '>=', '>', '<=', '<')
        and previous_operator in ('=', '>=', '>', '<=', '<')
        and (annual_operator in ('<=', '<')) = (previous_operator in ('<=', '<'))
        and not coalesce(is_adverse_name or is_cost_name or is_time_name, false) as applies,
        case
            when left(annual_operator, 1) = '<' then annual_value > previous_value
            when left(annual_operator, 1) in ('>', '=') then annual_value < previous_value
        end as is_hit,
        {{ says('指标“{indicator_name}”此前为“{previous_target}”，本年为“{annual_target}”，要求降低',
            'Indicator “{indicator_name}”: “{previous_target}” before, “{annual_target}” now, which ' ~
            'asks for less') }}
    from {{ subjects_of('target_lowered', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        planned_target is not null and target is not null as applies,
        case
            when planned_value is not null and target_value is not null
                then
                    planned_value != target_value
                    or least(length(coalesce(planned_unit, '')), length(coalesce(target_unit, ''))) > 0
                    and planned_unit != target_unit
            else planned_text != target_text
        end as is_hit,
        {{ says('指标“{indicator_name}”在目标表中为“{planned_target}”，在自评表中为“{target}”',
            'Indicator “{indicator_name}” is “{planned_target}” in the plan, “{target}” in the self-evaluation') }}
    from {{ subjects_of('plan_target_differs', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not planned_is_proved') }},
        initial_wan is not null and planned_wan is not null as applies,
        abs(initial_wan - planned_wan) > threshold as is_hit,
        {{ says('自评表年初预算数 {initial_wan|2} 万元，目标表资金 {planned_wan|2} 万元',
            'Budget of the self-evaluation {initial_wan|2} 万元, money of the plan {planned_wan|2} 万元') }}
    from {{ subjects_of('budget_not_plan', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        planned_names > 0 and answers > 0 as applies,
        unanswered_names > 0 as is_hit,
        {{ says('目标表 {planned_names} 项指标中有 {unanswered_names} 项未列入自评表，如“{unanswered_name}”',
            'Of {planned_names} indicators of the plan {unanswered_names} are not in the self-evaluation, such ' ~
            'as “{unanswered_name}”') }}
    from {{ subjects_of('plan_indicators_unanswered', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        (is_multi_year or annual_value > cycle_value)
        and annual_operator in ('=', '>=')
        and cycle_operator in ('=', '>=')
        and coalesce(annual_unit, '') not in ('%', '‰')
        and not contains(coalesce(annual_unit, ''), '/')
        and (level2_code = '11' and not coalesce(is_stock_name, false) or annual_value > cycle_value)
        and not coalesce(names_differ or is_adverse_name or is_cost_name or is_time_name, false) as applies,
        -- who is helped and what is kept may be the same each year
        (
            annual_value > cycle_value
            or annual_value = cycle_value and annual_value >= threshold and not coalesce(is_kept_name, false)
        )
        and coalesce(annual_unit, '') = coalesce(cycle_unit, '') as is_hit,
        {{ says('周期指标值“{cycle_target}”不多于年度指标值“{annual_target}”',
            'The cycle target “{cycle_target}” is no more than the annual target “{annual_target}”') }}
    from {{ subjects_of('cycle_count_equals_year', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
