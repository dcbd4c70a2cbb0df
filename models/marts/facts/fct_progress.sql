with progress as (
    select * from {{ ref('stg_indicator_progress') }}
),

indicators as (
    select * from {{ ref('stg_indicators') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
),

facts as (
    select
        progress.indicator_row_key as progress_key,
        located.document_key,
        located.city_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        progress.indicator_row_key as indicator_key,
        progress.indicator_seq,
        indicators.indicator_name,
        indicators.annual_target,
        progress.period_printed,
        progress.to_date,
        progress.to_date_operator,
        progress.to_date_value,
        progress.to_date_upper_value,
        progress.to_date_unit,
        progress.to_date_is_quantitative,
        progress.expected,
        progress.expected_operator,
        progress.expected_value,
        progress.expected_upper_value,
        progress.expected_unit,
        progress.expected_is_quantitative,
        progress.likelihood,
        progress.reason,
        progress.page,
        progress.line,
        progress.char_start,
        progress.char_end
    from progress
    inner join indicators on progress.indicator_row_key = indicators.indicator_row_key
    inner join located on progress.project_row_key = located.project_row_key
)

select * from facts
order by progress_key
