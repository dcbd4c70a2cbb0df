with dateless as (
    select
        form_key,
        subject_key,
        said_in,
        array_to_string(list_distinct(regexp_extract_all(said, {{ audit_pattern('act_name') }})), '、') as acts,
        -- 2023年送戏120场: the year is no number of what is done
        {{ without_dates('said') }} as said
    from {{ ref('int_texts_said') }}
),

phrases as (
    select distinct
        form_key,
        subject_key,
        said_in,
        acts,
        unnest(regexp_extract_all({{ words_of_both('said') }}, {{ counted_phrase() }})) as phrase
    from dateless
),

-- 护林队6支90人: what the second number counts stands before the first
pairs as (
    select distinct
        form_key,
        subject_key,
        said_in,
        acts,
        unnest(regexp_extract_all(said, {{ audit_pattern('counted_twice') }})) as pair
    from dateless
),

united as (
    select * from phrases
    union
    select
        form_key,
        subject_key,
        said_in,
        acts,
        regexp_extract(pair, '^[^0-9]*') || regexp_extract(pair, '[0-9][0-9,]*([.][0-9]+)?[^0-9]*$') as phrase
    from pairs
)

select * from united
