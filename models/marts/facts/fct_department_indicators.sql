with indicators as (
    select * from {{ ref('stg_department_indicators') }}
),

judged as (
    select * from {{ ref('int_performance_judged') }}
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
        indicators.actual,
        indicators.actual_operator,
        indicators.actual_value,
        indicators.actual_upper_value,
        indicators.actual_unit,
        indicators.actual_is_quantitative,
        judged.read_direction as direction,
        judged.target_met,
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
    inner join judged
        on
            judged.indicator_row_key = {{ department_indicator_subject_key(
                'indicators.document_id', 'indicators.form_seq', 'indicators.indicator_seq'
            ) }}
)

select * from facts
order by department_indicator_key
