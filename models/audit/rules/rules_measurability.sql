with judged as (
    select
        {{ subject_columns() }},
        annual_target is not null and not annual_is_quantitative as applies,
        is_vague as is_hit,
        '年度指标值“' || annual_target || '”不可衡量' as message
    from {{ subjects_of('vague_target', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicator_name is not null and (annual_target is not null or cycle_target is not null) as applies,
        annual_repeats_name or cycle_repeats_name as is_hit,
        '指标“' || indicator_name || '”的'
        || case when annual_repeats_name then '年度指标值“' || annual_target else '周期指标值“' || cycle_target end
        || '”重复名称' as message
    from {{ subjects_of('target_repeats_name', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_target is not null or cycle_target is not null as applies,
        is_placeholder as is_hit,
        '指标值为“' || coalesce(annual_target, cycle_target) || '”' as message
    from {{ subjects_of('placeholder_target', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 as applies,
        indicators > threshold as is_hit,
        '共 ' || indicators || ' 项指标，超过 ' || cast(threshold as integer) || ' 项' as message
    from {{ subjects_of('too_many_indicators', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
