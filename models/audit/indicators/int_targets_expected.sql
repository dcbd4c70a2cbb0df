with notes as (
    {{ printed_of_indicators(['note']) }}
),

-- 全年预计完成情况：3台, in the words of the target: their numbers alone may differ
expected as (
    select
        notes.subject_key,
        nullif(regexp_extract({{ name_key('notes.note') }}, {{ audit_pattern('expected_noted') }}, 1), '')
            as expected_text,
        regexp_replace({{ name_key('indicators.annual_target') }}, '^[≥≤=<>]+', '') as target_text,
        indicators.annual_value
    from notes
    inner join {{ ref('int_indicators_united') }} as indicators on notes.subject_key = indicators.subject_key
    where indicators.annual_operator in ('=', '>=', '>')
),

valued as (
    select
        *,
        try_cast(
            replace(regexp_extract(expected_text, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(28, 8)
        ) as expected_value
    from expected
    where
        regexp_replace(expected_text, '[0-9][0-9,]*([.][0-9]+)?', '#', 'g')
        = regexp_replace(target_text, '[0-9][0-9,]*([.][0-9]+)?', '#', 'g')
        and regexp_matches(expected_text, '^[0-9.,]+[^0-9]*$')
)

select
    subject_key,
    expected_text,
    expected_value < annual_value as is_expected_below
from valued
