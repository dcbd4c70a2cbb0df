with judged as (
    select
        {{ subject_columns() }},
        is_satisfaction_name as applies,
        level2_code != '31' as is_hit,
        '“' || indicator_name || '”列在“' || coalesce(printed_level2, '') || '”下' as message
    from {{ subjects_of('satisfaction_elsewhere', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_timeliness_name as applies,
        level1_code = '2' as is_hit,
        '“' || indicator_name || '”列在“' || coalesce(printed_level2, '') || '”下' as message
    from {{ subjects_of('timeliness_under_benefit', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicator_name is not null as applies,
        same_name_in_project > 1 as is_hit,
        '“' || indicator_name || '”在本项目出现 ' || same_name_in_project || ' 次' as message
    from {{ subjects_of('duplicate_indicator', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
