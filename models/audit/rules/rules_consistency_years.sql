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
        '指标“' || coalesce(indicator_name, '') || '”上年为“' || previous_target
        || '”，本年为“' || annual_target || '”，要求降低' as message
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
        '指标“' || coalesce(indicator_name, '') || '”在目标表中为“' || planned_target || '”，在自评表中为“' || target || '”' as message
    from {{ subjects_of('plan_target_differs', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not planned_is_proved') }},
        initial_wan is not null and planned_wan is not null as applies,
        abs(initial_wan - planned_wan) > threshold as is_hit,
        '自评表年初预算数 ' || initial_wan::decimal(18, 2) || ' 万元，目标表资金 ' || planned_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('budget_not_plan', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        planned_names > 0 and answers > 0 as applies,
        unanswered_names > 0 as is_hit,
        '目标表 ' || planned_names || ' 项指标中有 ' || unanswered_names || ' 项未列入自评表，如“'
        || coalesce(unanswered_name, '') || '”' as message
    from {{ subjects_of('plan_indicators_unanswered', 'int_evaluations_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
