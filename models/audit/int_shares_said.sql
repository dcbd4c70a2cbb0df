-- 考核80人，合格72人: a rate of what passed, of the one indicator whose name says so
with shares as (
    select
        form_key,
        unnest(regexp_extract_all({{ name_key('achieved_goal') }}, {{ audit_pattern('share_said') }})) as phrase
    from {{ ref('int_forms_united') }}
    where achieved_goal is not null
),

passed as (
    select
        scores.subject_key,
        shares.phrase as said_words,
        cast(
            100 * cast(regexp_extract(shares.phrase, '([0-9]+)[^0-9]$', 1) as double)
            / nullif(cast(regexp_extract(shares.phrase, '^([0-9]+)', 1) as double), 0) as decimal(28, 8)
        ) as said_value,
        scores.actual_value as actual_number
    from shares
    inner join {{ ref('int_indicators_united') }} as indicators
        on
            shares.form_key = indicators.form_key
            and contains(
                {{ name_key('indicators.indicator_name') }},
                regexp_extract(shares.phrase, '(合格|通过|达标|及格)[0-9]', 1) || '率'
            )
    inner join {{ ref('int_scores_united') }} as scores on indicators.subject_key = scores.subject_key
    where scores.actual_unit = '%'
    qualify count(*) over (partition by shares.form_key) = 1
)

select * from passed
where said_value between actual_number / 10 and 100
