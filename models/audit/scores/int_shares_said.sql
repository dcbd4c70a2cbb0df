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
        shares.form_key,
        shares.phrase as said_words,
        -- 鉴定合格率 where another indicator is a rate of what passed, too
        contains(
            {{ name_key('indicators.indicator_name') }},
            regexp_extract(shares.phrase, '(?:其中|中)?([^0-9,;。、:人名个件批户处中]{1,4}(?:合格|通过|达标|及格))[0-9]', 1) || '率'
        ) as is_named,
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
),

alone as (
    select
        subject_key,
        said_words,
        said_value,
        actual_number
    from passed
    qualify
        count(*) over (partition by form_key) = 1
        or is_named and count(case when is_named then 1 end) over (partition by form_key) = 1
)

select * from alone
where said_value between actual_number / 10 and 100
