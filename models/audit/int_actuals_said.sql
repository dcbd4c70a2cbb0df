with indicators as (
    select
        scores.subject_key,
        united.form_key,
        scores.target_met,
        scores.target_value * {{ large_number('scores.target_unit') }} as target_number,
        scores.actual_value * {{ large_number('scores.actual_unit') }} as actual_number,
        regexp_replace(
            regexp_replace({{ counted_unit(percent_unit('scores.actual_unit')) }}, '^场次', '场'), '^批次', '批'
        ) as unit_text,
        regexp_replace(
            regexp_replace({{ name_key('scores.indicator_name') }}, '[(][^()]*[)]|[0-9.]+', '', 'g'),
            {{ audit_pattern('counted_ending') }}, ''
        ) as thing
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as united on scores.subject_key = united.subject_key
    where scores.actual_is_quantitative and scores.actual_unit != ''
),

-- every number in the unit of the actual value, and whether the words beside it name the indicator, or its end alone
beside as (
    select
        indicators.*,
        said.phrase,
        said.said_value,
        said.is_promised
        and not regexp_matches(said.phrase, {{ audit_pattern('not_achieved') }}) as is_achieved,
        4 * length(translate(indicators.thing, said.phrase, '')) <= length(indicators.thing) as is_of_thing,
        contains(said.phrase, right(indicators.thing, case indicators.unit_text when '%' then 3 else 2 end))
            as has_its_noun
    from indicators
    inner join {{ ref('int_numbers_said') }} as said
        on
            indicators.form_key = said.form_key
            and said.said_in = 'achieved'
            and starts_with(said.unit_words, replace(indicators.unit_text, '人次', '人'))
            and (indicators.unit_text like '人%' or not starts_with(said.unit_words, indicators.unit_text || '次'))
    where length(indicators.thing) > 1
),

-- words that say the actual value once say nothing else of it
consistent as (
    select distinct subject_key
    from beside
    where said_value = actual_number
),

counted as (
    select
        beside.*,
        min(case when beside.is_of_thing then beside.said_value end) over of_subject
        = max(case when beside.is_of_thing then beside.said_value end) over of_subject as is_one_value,
        count(case when beside.is_of_thing then 1 end) over of_phrase as things_of_phrase,
        count(case when beside.has_its_noun then 1 end) over of_subject as phrases_of_noun,
        count(case when beside.has_its_noun then 1 end) over of_phrase as things_of_noun
    from beside
    left join consistent on beside.subject_key = consistent.subject_key
    where beside.is_achieved and consistent.subject_key is null
    window
        of_subject as (partition by beside.subject_key),
        of_phrase as (partition by beside.form_key, beside.phrase)
),

-- a tenth or the tenfold is of something else; the target said again of what met it is no other number
said as (
    select
        subject_key,
        max(phrase) as said_words,
        max(said_value) as said_value,
        max(actual_number) as actual_number
    from counted
    where
        (
            is_of_thing and is_one_value and things_of_phrase = 1
            or not is_of_thing and has_its_noun and phrases_of_noun = 1 and things_of_noun = 1
            and said_value between actual_number / 2 and actual_number * 2
        )
        and said_value between actual_number / 10 and actual_number * 10
        and not coalesce(target_met and said_value = target_number, false)
    group by subject_key
)

select * from said
