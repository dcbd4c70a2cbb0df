with goals as (
    select
        form_key,
        {{ name_key('annual_goal') }} as goal_text
    from {{ ref('int_forms_united') }}
    where not regexp_matches({{ name_key('annual_goal') }}, {{ audit_pattern('several_years_goal') }})
),

phrases as (
    select distinct
        form_key,
        unnest(regexp_extract_all(goal_text, {{ audit_pattern('rate_of_goal') }})) as phrase
    from goals
),

-- 知晓 of 政策知晓率达到95%: what the rate is of, and how high it is to be
rates as (
    select
        form_key,
        phrase,
        right(regexp_extract(phrase, '^(.*?)(率|度|比例)[^率度例0-9]*[0-9]', 1), 2) as thing,
        regexp_extract(phrase, '[0-9.]+%$') as printed
    from phrases
    where not regexp_matches(phrase, {{ audit_pattern('no_rate_of_goal') }})
),

indicators as (
    select
        form_key,
        {{ name_key("concat_ws('。', indicator_name, cycle_target, annual_target)") }} as whole_text
    from {{ ref('int_indicators_united') }}
),

-- nothing of that name, and nothing that asks for as much
compared as (
    select
        rates.form_key,
        rates.phrase,
        bool_and(
            not contains(coalesce(indicators.whole_text, ''), rates.thing)
            and not regexp_matches(
                coalesce(indicators.whole_text, ''), '(^|[^0-9.])' || replace(rates.printed, '.', '[.]')
            )
        ) as is_unmeasured
    from rates
    inner join indicators on rates.form_key = indicators.form_key
    where length(rates.thing) = 2
    group by rates.form_key, rates.phrase
    having count(*) > 3
),

gathered as (
    select
        form_key,
        count(*) as promised_rates,
        count(case when is_unmeasured then 1 end) as unmeasured_rates,
        string_agg(case when is_unmeasured then phrase end, '、' order by phrase) as unmeasured_rate_words
    from compared
    group by form_key
)

select * from gathered
