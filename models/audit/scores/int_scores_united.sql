with united as (
    select
        performance_key as subject_key,
        document_key,
        project_key,
        indicator_name,
        target,
        target_value,
        target_is_quantitative,
        target_unit,
        actual,
        actual_value,
        actual_is_quantitative,
        actual_unit,
        direction,
        target_met,
        weight,
        score,
        reason,
        {{ place_columns() }}
    from {{ ref('fct_performance') }}
    {{ where_touched() }}
    union all
    select
        {{ department_indicator_subject_key('document_key', 'form_seq', 'indicator_seq') }} as subject_key,
        document_key,
        cast(null as bigint) as project_key,
        indicator_name,
        annual_target as target,
        annual_value as target_value,
        annual_is_quantitative as target_is_quantitative,
        annual_unit as target_unit,
        actual,
        actual_value,
        actual_is_quantitative,
        actual_unit,
        direction,
        target_met,
        weight,
        score,
        reason,
        {{ place_columns() }}
    from {{ ref('fct_department_indicators') }}
    {{ where_touched() }}
)

select * from united
