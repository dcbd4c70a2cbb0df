with united as (
    select
        indicator_row_key,
        category_code,
        indicator_name,
        target,
        target_operator,
        target_value,
        target_upper_value,
        target_unit,
        target_is_quantitative,
        actual,
        actual_value,
        actual_upper_value,
        actual_unit,
        actual_is_quantitative,
        direction
    from {{ ref('stg_performance') }}
    union all
    select
        {{ department_indicator_subject_key('document_id', 'form_seq', 'indicator_seq') }} as indicator_row_key,
        category_code,
        indicator_name,
        annual_target as target,
        annual_operator as target_operator,
        annual_value as target_value,
        annual_upper_value as target_upper_value,
        annual_unit as target_unit,
        annual_is_quantitative as target_is_quantitative,
        actual,
        actual_value,
        actual_upper_value,
        actual_unit,
        actual_is_quantitative,
        direction
    from {{ ref('stg_department_indicators') }}
)

select * from united
