with forms as (
    select
        form_key,
        {{ name_key('annual_goal') }} as goal_text,
        true as is_of_year
    from {{ ref('int_forms_united') }}
    union all
    select
        form_key,
        {{ name_key('cycle_goal') }} as goal_text,
        false as is_of_year
    from {{ ref('int_forms_united') }}
),

phrases as (
    select distinct
        form_key,
        is_of_year,
        unnest(regexp_extract_all(goal_text, {{ counted_phrase() }})) as phrase
    from forms
),

-- numbers of which the goal says that they are the least or the most
bounds as (
    select
        form_key,
        is_of_year,
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

-- a number in the unit of the target, and beside it the characters that name what is measured
beside as (
    select
        indicators.*,
        bounds.is_of_year,
        bounds.phrase,
        bounds.said_sign,
        bounds.printed * {{ large_number('bounds.words_after') }} as said_value
    from indicators
    inner join bounds
        on
            indicators.form_key = bounds.form_key
            and starts_with(regexp_replace(bounds.words_after, '^[万亿]', ''), indicators.unit_text)
            and length(indicators.thing) > 1
            and length(translate(indicators.thing, bounds.phrase, ''))
            * case when length(indicators.thing) > 5 then 3 else 4 end <= length(indicators.thing)
            -- 培训后取证率 is not 培训后就业率
            and not (
                indicators.thing like '%率'
                and contains(bounds.phrase, '率')
                and not contains(bounds.phrase, right(indicators.thing, 2))
            )
),

-- of the number of the target itself its sign; of another one of the same sign, whether the target asks for less
compared as (
    select
        subject_key,
        bool_and(sign != said_sign) filter (where target_value = said_value) as is_against_goal,
        coalesce(max(case when target_value = said_value then phrase end), max(phrase)) as bound_words,
        count(case when target_value = said_value then 1 end) = 0
        and count(distinct said_value) = 1
        and bool_and(
            is_of_year
            and sign = said_sign
            and case sign when '<' then target_value > said_value else target_value < said_value end
            and not regexp_matches(phrase, {{ audit_pattern('not_promised_bound') }})
        ) as asks_for_less
    from beside
    where target_value between said_value / 10 and said_value * 10
    group by subject_key
)

select * from compared
