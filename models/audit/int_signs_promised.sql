with forms as (
    select
        form_key,
        {{ name_key("concat_ws('。', annual_goal, cycle_goal)") }} as goal_text
    from {{ ref('int_forms_united') }}
    where coalesce(annual_goal, cycle_goal) is not null
),

phrases as (
    select distinct
        form_key,
        unnest(regexp_extract_all(goal_text, {{ counted_phrase() }})) as phrase
    from forms
),

-- numbers of which the goal says that they are the least or the most
bounds as (
    select
        form_key,
        phrase,
        regexp_extract(phrase, '[^0-9,.]*$') as words_after,
        try_cast(replace(regexp_extract(phrase, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(28, 8)) as printed,
        case
            when regexp_matches(phrase, {{ audit_pattern('said_at_least') }}) then '>'
            when regexp_matches(phrase, {{ audit_pattern('said_at_most') }}) then '<'
        end as said_sign
    from phrases
    where
        (regexp_matches(phrase, {{ audit_pattern('said_at_least') }}))
        != (regexp_matches(phrase, {{ audit_pattern('said_at_most') }}))
),

indicators as (
    select
        subject_key,
        form_key,
        left(annual_operator, 1) as sign,
        annual_value * {{ large_number('annual_unit') }} as target_value,
        regexp_replace(annual_unit, '^[万亿]', '') as unit_text,
        regexp_replace(
            regexp_replace({{ name_key('indicator_name') }}, '[(][^()]*[)]|[0-9.]+', '', 'g'),
            {{ audit_pattern('counted_ending') }}, ''
        ) as thing
    from {{ ref('int_indicators_united') }}
    where annual_operator in ('>=', '>', '<=', '<') and annual_unit != ''
),

-- the number of the target itself, and beside it the characters that name what is measured
compared as (
    select
        indicators.subject_key,
        bool_and(indicators.sign != bounds.said_sign) as is_against_goal,
        max(bounds.phrase) as bound_words
    from indicators
    inner join bounds
        on
            indicators.form_key = bounds.form_key
            and indicators.target_value = bounds.printed * {{ large_number('bounds.words_after') }}
            and starts_with(regexp_replace(bounds.words_after, '^[万亿]', ''), indicators.unit_text)
            and length(indicators.thing) > 1
            and 4 * length(translate(indicators.thing, bounds.phrase, '')) <= length(indicators.thing)
    group by indicators.subject_key
)

select * from compared
