with scores as (
    select
        *,
        -- 购置农机具（台套） 8764: the unit stands in the name
        coalesce(
            nullif(actual_unit, ''),
            nullif(regexp_extract({{ name_key('indicator_name') }}, '[(]([^()0-9]{1,6})[)]$', 1), '')
        ) as unit_printed
    from {{ ref('int_scores_united') }}
    where actual_is_quantitative
),

indicators as (
    select
        scores.subject_key,
        united.form_key,
        scores.target_met,
        scores.target_value * {{ large_number('scores.target_unit') }} as target_number,
        scores.actual_value * {{ large_number('scores.unit_printed') }} as actual_number,
        regexp_replace(
            regexp_replace({{ counted_unit(percent_unit('scores.unit_printed')) }}, '^场次', '场'), '^批次', '批'
        ) as unit_text,
        regexp_replace(
            regexp_replace({{ name_key('scores.indicator_name') }}, '[(][^()]*[)]|[0-9.]+', '', 'g'),
            {{ audit_pattern('counted_ending') }}, ''
        ) as thing
    from scores
    inner join {{ ref('int_indicators_united') }} as united on scores.subject_key = united.subject_key
    where scores.unit_printed is not null
),

-- every number in the unit of the actual value, and whether the words beside it name the indicator, or its end alone
beside as (
    select
        indicators.*,
        said.phrase,
        said.said_value,
        said.is_promised
        and not coalesce(said.is_part, false)
        and not regexp_matches(said.phrase, {{ audit_pattern('not_achieved') }}) as is_achieved,
        -- 户均增收1200元以上: the target is said to be met
        not coalesce(said.is_part, false)
        and regexp_matches(said.phrase, {{ audit_pattern('claimed_bound') }})
        and not regexp_matches(said.phrase, {{ audit_pattern('not_claimed') }}) as claims_bound,
        4 * length(translate(indicators.thing, said.phrase, '')) <= length(indicators.thing) as is_of_thing,
        contains(said.phrase, right(indicators.thing, case indicators.unit_text when '%' then 3 else 2 end))
        or length(indicators.thing) > 4 and contains(said.phrase, left(indicators.thing, 4)) as has_its_noun
    from indicators
    inner join {{ ref('int_numbers_said') }} as said
        on
            indicators.form_key = said.form_key
            and said.said_in = 'achieved'
            and starts_with(said.unit_words, replace(indicators.unit_text, '人次', '人'))
            and (indicators.unit_text like '人%' or not starts_with(said.unit_words, indicators.unit_text || '次'))
    where length(indicators.thing) > 1
)

select * from beside
