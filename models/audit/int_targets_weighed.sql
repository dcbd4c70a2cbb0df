with weights as (
    select
        indicator_key as subject_key,
        weight
    from {{ ref('fct_indicators') }}
    {{ where_touched() }}
    union all
    select
        performance_key as subject_key,
        weight
    from {{ ref('fct_performance') }}
    {{ where_touched() }}
    union all
    select
        {{ department_indicator_subject_key('document_key', 'form_seq', 'indicator_seq') }} as subject_key,
        weight
    from {{ ref('fct_department_indicators') }}
    {{ where_touched() }}
),

targets as (
    select
        indicators.form_key,
        weights.weight,
        coalesce(indicators.annual_value = weights.weight and indicators.annual_unit is null, false) as is_weight
    from {{ ref('int_indicators_united') }} as indicators
    inner join weights on indicators.subject_key = weights.subject_key
    where indicators.annual_target is not null
)

select
    form_key,
    count(*) as weighed_targets
from targets
group by form_key
having count(*) > 3 and bool_and(is_weight) and count(distinct weight) > 1
