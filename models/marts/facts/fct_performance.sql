with performance as (
    select * from {{ ref('stg_performance') }}
),

judged as (
    select * from {{ ref('int_performance_judged') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
),

facts as (
    select
        performance.indicator_row_key as performance_key,
        located.document_key,
        located.city_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        performance.category_code as category_key,
        performance.indicator_seq,
        performance.printed_level1,
        performance.printed_level2,
        performance.indicator_name,
        performance.target,
        performance.target_operator,
        performance.target_value,
        performance.target_upper_value,
        performance.target_unit,
        performance.target_is_quantitative,
        performance.actual,
        performance.actual_operator,
        performance.actual_value,
        performance.actual_upper_value,
        performance.actual_unit,
        performance.actual_is_quantitative,
        judged.read_direction as direction,
        judged.target_met,
        performance.weight,
        performance.score,
        performance.reason,
        performance.note,
        located.is_counted,
        performance.page,
        performance.line,
        performance.char_start,
        performance.char_end,
        performance.name_start,
        performance.name_end,
        performance.target_start,
        performance.target_end,
        performance.actual_start,
        performance.actual_end
    from performance
    inner join judged on performance.indicator_row_key = judged.indicator_row_key
    inner join located on performance.project_row_key = located.project_row_key
)

select * from facts
order by performance_key
