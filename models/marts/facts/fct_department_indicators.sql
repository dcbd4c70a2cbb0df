with indicators as (
    select * from {{ ref('stg_department_indicators') }}
),

documents as (
    {{ touched('dim_document') }}
),

facts as (
    select
        indicators.department_indicator_key,
        documents.document_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        indicators.form_seq,
        indicators.category_code as category_key,
        indicators.indicator_seq,
        indicators.printed_level1,
        indicators.printed_level2,
        indicators.indicator_name,
        indicators.annual_target,
        indicators.annual_operator,
        indicators.annual_value,
        indicators.annual_upper_value,
        indicators.annual_unit,
        indicators.annual_is_quantitative,
        indicators.actual,
        indicators.weight,
        indicators.score,
        indicators.reason,
        indicators.note,
        indicators.page,
        indicators.line,
        indicators.char_start,
        indicators.char_end
    from indicators
    inner join documents on indicators.document_id = documents.document_key
)

select * from facts
order by department_indicator_key
