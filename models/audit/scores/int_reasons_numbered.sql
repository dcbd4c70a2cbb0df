{%- set number = "[0-9][0-9,]*(?:[.][0-9]+)?" -%}
with scores as (
    select
        subject_key,
        {{ name_key('reason') }} as reason_text,
        {{ percent_unit('actual_unit') }} as unit,
        actual_value,
        target_value
    from {{ ref('int_scores_united') }}
    where reason is not null and actual_is_quantitative and actual_unit != ''
),

-- what is said of another time, of a part, or of what is planned or lacks is no actual value
numbers as (
    select
        subject_key,
        unit,
        actual_value,
        target_value,
        unnest(regexp_extract_all(reason_text, '[^0-9,;。、:]{0,8}{{ number }}[^0-9,;。、:]{0,8}')) as phrase
    from scores
    where not regexp_matches(reason_text, {{ audit_pattern('reason_of_other_number') }})
),

said as (
    select
        subject_key,
        phrase,
        actual_value,
        target_value,
        try_cast(replace(regexp_extract(phrase, '{{ number }}'), ',', '') as double) as said_value,
        regexp_matches(phrase, '(完成|实现|达到|仅|只|实际|率为|度为)[^0-9]{0,6}[0-9]') as is_actual
    from numbers
    where starts_with(regexp_extract(phrase, '[^0-9,.]*$'), unit)
),

alone as (
    select
        subject_key,
        max(phrase) as number_words,
        max(said_value) as said_value,
        max(actual_value) as actual_value,
        max(target_value) as target_value
    from said
    group by subject_key
    having count(*) = 1 and bool_and(is_actual)
)

select
    subject_key,
    number_words,
    said_value not in (actual_value, coalesce(target_value, actual_value))
    and abs(abs(target_value - actual_value) - said_value) > 0.01
    and said_value between actual_value / 5 and actual_value * 5 as number_differs
from alone
where actual_value > 0
