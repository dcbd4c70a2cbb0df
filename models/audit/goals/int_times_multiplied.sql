{%- set number = "[0-9][0-9,]*(?:[.][0-9]+)?" -%}
-- 举办培训6期,每期50人,共培训500人
with phrases as (
    select
        form_key,
        unnest(regexp_extract_all(
            {{ name_key("concat_ws('。', annual_goal, achieved_goal)") }}, {{ audit_pattern('times_each_total') }}
        )) as phrase
    from {{ ref('int_forms_united') }}
),

said as (
    select
        form_key,
        phrase as times_words,
        try_cast(replace(regexp_extract(phrase, '^({{ number }})', 1), ',', '') as double)
        * try_cast(replace(regexp_extract(phrase, '每[^0-9]*({{ number }})', 1), ',', '') as double) as times_product,
        try_cast(replace(regexp_extract(phrase, '({{ number }})[^0-9]$', 1), ',', '') as double) as times_total
    from phrases
    where
        regexp_extract(phrase, '^{{ number }}([^0-9])', 1) = regexp_extract(phrase, '每([^0-9])', 1)
        and not regexp_matches(phrase, '不少于|不低于|至少|以上|左右|余|约')
),

indicators as (
    select
        form_key,
        {{ name_key('indicator_name') }} as name_text,
        indicator_name || annual_target as printed,
        annual_operator,
        annual_value * {{ large_number('annual_unit') }} as number,
        {{ counted_unit('annual_unit') }} as unit
    from {{ ref('int_indicators_united') }}
    where annual_is_quantitative and annual_operator in ('=', '>=', '>')
),

-- what is done how often, how many each time, and how many in all, an indicator each
kinds as (
    select
        *,
        case
            when regexp_matches(name_text, '^(每|单|平均每)[期场次班批]') then 'each'
            when regexp_matches(unit, '^[期场次班批]次?$') then 'times'
            when unit in ('人', '人次') then 'all'
        end as kind,
        regexp_extract(name_text, '^(?:每|单|平均每)([期场次班批])', 1) as each_time
    from indicators
),

counted as (
    select
        form_key,
        string_agg(printed, '、' order by case kind when 'times' then 1 when 'each' then 2 else 3 end) as times_words,
        cast(max(case when kind = 'times' then number end) as double)
        * cast(max(case when kind = 'each' then number end) as double) as times_product,
        cast(max(case when kind = 'all' then number end) as double) as times_total,
        bool_and(kind = 'all' or annual_operator = '=') as is_exact
    from kinds
    where kind is not null
    group by form_key
    having
        count(*) = 3
        and count(distinct kind) = 3
        and max(case when kind = 'each' then unit end) like '人%'
        and max(case when kind = 'times' then left(unit, 1) end) = max(each_time)
),

united as (
    select
        form_key,
        times_words,
        times_product,
        times_total,
        abs(times_total / times_product - 1) > 0.02 as times_differ
    from said
    where times_product > 0
    union all
    -- a target of all may be less than what is done
    select
        form_key,
        times_words,
        times_product,
        times_total,
        is_exact and times_total > times_product * 1.1 as times_differ
    from counted
    where times_product > 0
)

select
    form_key,
    times_words,
    try_cast(times_product as decimal(18, 2)) as times_product,
    try_cast(times_total as decimal(18, 2)) as times_total,
    times_differ
from united
qualify
    row_number() over (partition by form_key order by case when times_differ then 1 else 2 end, times_words) = 1
