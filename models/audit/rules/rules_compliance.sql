with judged as (
    select
        {{ subject_columns() }},
        annual_unit = '%' or cycle_unit = '%' as applies,
        coalesce(
            annual_unit = '%'
            and (
                greatest(annual_value, coalesce(annual_upper_value, annual_value)) > threshold
                or annual_value < 0 and annual_operator != 'between'
            ),
            false
        )
        or coalesce(
            cycle_unit = '%'
            and (
                greatest(cycle_value, coalesce(cycle_upper_value, cycle_value)) > threshold
                or cycle_value < 0 and cycle_operator != 'between'
            ),
            false
        ) as is_hit,
        '周期指标值“' || coalesce(cycle_target, '') || '”，年度指标值“' || coalesce(annual_target, '') || '”' as message
    from {{ subjects_of('percentage_out_of_range', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_rate_name and annual_is_quantitative as applies,
        coalesce(annual_unit, '') not in ('%', '‰') as is_hit,
        '比率类指标“' || indicator_name || '”的年度指标值为“' || annual_target || '”' as message
    from {{ subjects_of('rate_without_percent', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_rate_name and annual_target is not null as applies,
        is_answer_word as is_hit,
        '比率类指标“' || indicator_name || '”的年度指标值为“' || annual_target || '”' as message
    from {{ subjects_of('rate_answered_yes', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_count_name and annual_is_quantitative as applies,
        coalesce(annual_unit, '') = '%' as is_hit,
        '计数类指标“' || indicator_name || '”的年度指标值为“' || annual_target || '”' as message
    from {{ subjects_of('count_answered_by_rate', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        level1_code = '4' and annual_is_quantitative and not is_rate_name as applies,
        annual_operator in ('>=', '>') as is_hit,
        '成本指标“' || coalesce(indicator_name, '') || '”的年度指标值为“' || annual_target || '”' as message
    from {{ subjects_of('cost_at_least', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        target_year is not null as applies,
        target_year < budget_year or target_year > coalesce(cycle_end_year, budget_year) as is_hit,
        '预算年度 ' || budget_year || '，年度指标值“' || annual_target || '”' as message
    from {{ subjects_of('deadline_outside', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
