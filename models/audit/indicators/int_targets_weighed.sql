with weights as (
    {{ printed_of_indicators(['weight']) }}
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
