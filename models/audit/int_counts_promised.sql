with indicators as (
    select
        subject_key,
        form_key,
        annual_operator,
        annual_value,
        {{ name_key('indicator_name') }} as name_text,
        coalesce(
            annual_unit, nullif(regexp_extract({{ name_key('indicator_name') }}, '[(]([^()0-9]{1,6})[)]$', 1), '')
        ) as annual_unit
    from {{ ref('int_indicators_united') }}
    where annual_operator in ('=', '>=', '>')
),

counts as (
    select
        *,
        annual_value * {{ large_number('annual_unit') }} as target_value,
        {{ counted_unit('annual_unit') }} as unit_text,
        -- what is counted: 托管小区 of 托管小区数量（个）
        regexp_replace(
            regexp_replace(name_text, '[(][^()]*[)]|[0-9.]+', '', 'g'), {{ audit_pattern('counted_ending') }}, ''
        ) as thing
    from indicators
    where not regexp_matches(annual_unit, {{ audit_pattern('no_count_unit') }})
),

-- every number in the unit of the target, and whether most characters that name what is counted stand beside it
beside as (
    select
        counts.*,
        said.said_in,
        said.phrase,
        said.said_value,
        case
            when said.subject_key is not null then true
            else
                length(counts.thing) > 1
                and 4 * length(translate(counts.thing, said.phrase, '')) <= length(counts.thing)
        end as is_of_thing,
        length(counts.thing) > 1 and contains(said.phrase, right(counts.thing, 2)) as has_its_noun
    from counts
    inner join {{ ref('int_numbers_said') }} as said
        on
            counts.form_key = said.form_key
            and (said.subject_key is null or counts.subject_key = said.subject_key)
            and starts_with(said.unit_words, replace(counts.unit_text, '人次', '人'))
            and (counts.unit_text like '人%' or not starts_with(said.unit_words, counts.unit_text || '次'))
),

counted as (
    select
        *,
        count(*) over (partition by subject_key, said_in) as phrases_in_unit,
        count(*) over (partition by form_key, said_in, phrase) as things_in_unit,
        min(case when is_of_thing then said_value end) over (partition by subject_key, said_in)
        = max(case when is_of_thing then said_value end) over (partition by subject_key, said_in) as is_one_value,
        count(case when is_of_thing then 1 end) over (partition by form_key, said_in, phrase) as things_of_phrase
    from beside
),

-- one number of one indicator; a tenth or the tenfold is of something else, or of another period; what a target asks at
-- least may be a fifth more. Where the goal and the indicators
-- have one count in a unit each, its noun is enough, and half of it is of something else
compared as (
    select
        subject_key,
        said_in,
        phrase,
        said_value,
        target_value < said_value
        and target_value * case when is_of_thing then 10 else 2 end > said_value as asks_for_less,
        is_of_thing and phrases_in_unit = 1
        and target_value > said_value and target_value <= said_value * 10
        and (annual_operator = '=' or target_value * 5 >= said_value * 6) as asks_for_more
    from counted
    where
        is_of_thing and is_one_value and things_of_phrase = 1
        or not is_of_thing and has_its_noun and phrases_in_unit = 1 and things_in_unit = 1
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
