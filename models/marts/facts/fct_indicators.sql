with indicators as (
    select * from {{ ref('stg_indicators') }}
),

projects as (
    select * from {{ ref('int_projects_located') }}
),

confidences as (
    {{ least_confidence('stg_indicators', ['indicator_row_key']) }}
),

facts as (
    select
        indicators.indicator_row_key as indicator_key,
        projects.document_key,
        projects.city_key,
        projects.department_key,
        projects.unit_key,
        projects.project_key,
        projects.year_key,
        indicators.category_code as category_key,
        indicators.indicator_seq,
        indicators.printed_ordinal,
        indicators.printed_level1,
        indicators.printed_level2,
        indicators.indicator_name,
        indicators.annual_indicator_name,
        indicators.cycle_target,
        indicators.cycle_operator,
        indicators.cycle_value,
        indicators.cycle_upper_value,
        indicators.cycle_unit,
        indicators.cycle_is_quantitative,
        indicators.annual_target,
        indicators.annual_operator,
        indicators.annual_value,
        indicators.annual_upper_value,
        indicators.annual_unit,
        indicators.annual_is_quantitative,
        indicators.weight,
        indicators.note,
        projects.is_counted,
        cast(coalesce(confidences.confidence, 1) as decimal(5, 4)) as confidence,
        indicators.page,
        indicators.line,
        indicators.char_start,
        indicators.char_end,
        indicators.name_start,
        indicators.name_end,
        indicators.cycle_start,
        indicators.cycle_end,
        indicators.annual_start,
        indicators.annual_end
    from indicators
    inner join projects on indicators.project_row_key = projects.project_row_key
    left join confidences on indicators.indicator_row_key = confidences.indicator_row_key
)

select * from facts
order by department_key, indicator_key
