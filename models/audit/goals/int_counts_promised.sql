with beside as (
    select * from {{ ref('int_counts_beside') }}
),

-- a goal that says the target itself, of a part or of a time, says nothing else of it
consistent as (
    select distinct
        subject_key,
        said_in
    from beside
    -- a goal of the whole project is printed as that of the year
    where
        said_value in (target_value, coalesce(cycle_number, target_value))
        and (is_of_thing or has_its_noun or shares_noun or not is_promised)
),

counted as (
    select
        beside.*,
        consistent.subject_key is not null as is_consistent,
        -- 体育馆和11个健身点: an item of what the indicator counts
        regexp_matches(beside.phrase, {{ audit_pattern('one_of_several') }}) as is_one_of_several,
        -- three digits before the zeros
        least(
            length(regexp_replace(cast(cast(beside.said_value as bigint) as varchar), '0+$', '')),
            length(regexp_replace(cast(cast(beside.target_value as bigint) as varchar), '0+$', ''))
        ) > 2 as is_exact,
        beside.unit_text like '人%'
        and beside.said_value >= 1000
        and beside.target_value in (beside.said_value * 10, beside.said_value * 100) as is_shifted,
        beside.is_of_thing and beside.said_value in (beside.target_value * 10, beside.target_value * 100) as lost_zero,
        -- 2.6人 beside 2.6万名: no part of a thing is counted
        beside.target_value != floor(beside.target_value)
        and beside.said_value = beside.target_value * 10000 as lost_ten_thousand,
        count(*) over of_subject as phrases_in_unit,
        count(case when beside.is_of_thing or beside.has_its_noun then 1 end) over of_subject as phrases_of_noun,
        count(nullif(coalesce(beside.is_repeated, false), true)) over of_phrase as things_in_unit,
        min(case when beside.is_of_thing then beside.said_value end) over of_subject
        = max(case when beside.is_of_thing then beside.said_value end) over of_subject as is_one_value,
        count(case when beside.is_of_thing and not coalesce(beside.is_repeated, false) then 1 end) over of_phrase
            as things_of_phrase,
        -- what is more than the target is no part of it
        min(case when not beside.is_of_thing then beside.said_value end) over of_subject
        > beside.target_value as others_are_no_parts
    from beside
    left join consistent on beside.subject_key = consistent.subject_key and beside.said_in = consistent.said_in
    where beside.is_promised
    window
        of_subject as (partition by beside.subject_key, beside.said_in),
        of_phrase as (partition by beside.form_key, beside.said_in, beside.phrase)
),

-- one number of one indicator; a tenth or the tenfold is of something else, or of another period; what a target asks
-- at least may be a tenth more, unless both are exact: 5120 and 5210. Where the goal and the indicators have one count
-- in a unit each, its noun is enough, and half of it is of something else; 1.2万人 beside 12万人 is a point that moved
compared as (
    select
        subject_key,
        said_in,
        phrase,
        said_value,
        not is_consistent
        and target_value < said_value
        and (
            lost_zero
            or lost_ten_thousand
            or target_value * case when is_of_thing then 10 else 2 end > said_value
        ) as asks_for_less,
        not (is_consistent or is_one_of_several)
        and (is_of_thing or is_shifted or (has_long_noun or shares_noun) and target_value <= said_value * 2)
        and (phrases_in_unit = 1 or is_named_whole and phrases_of_noun = 1 or is_of_thing and others_are_no_parts)
        and target_value > said_value and (target_value <= said_value * 10 or is_shifted)
        and (annual_operator = '=' or target_value * 10 >= said_value * 11 or is_exact) as asks_for_more
    from counted
    where
        is_of_thing and is_one_value and things_of_phrase = 1
        or lost_ten_thousand
        or not is_of_thing
        and (has_its_noun or shares_noun or is_shifted)
        and phrases_in_unit = 1
        and things_in_unit = 1
),

promised as (
    select
        subject_key,
        max(said_value) filter (where said_in in ('goal', 'task')) as promised_value,
        coalesce(
            max(phrase) filter (where said_in in ('goal', 'task') and (asks_for_less or asks_for_more)),
            max(phrase) filter (where said_in in ('goal', 'task'))
        ) as promised_words,
        bool_or(asks_for_less) filter (where said_in in ('goal', 'task')) as asks_for_less,
        bool_or(asks_for_more) filter (where said_in in ('goal', 'task')) as asks_for_more,
        max(phrase) filter (where said_in in ('project', 'indicator')) as named_words,
        bool_or(asks_for_less) filter (where said_in in ('project', 'indicator')) as is_below_name
    from compared
    group by subject_key
)

select * from promised
