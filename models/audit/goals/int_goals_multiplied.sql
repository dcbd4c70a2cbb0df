{%- set number = "[0-9][0-9,]*(?:[.][0-9]+)?" -%}
with goals as (
    select
        form_key,
        {{ name_key('annual_goal') }} as said
    from {{ ref('int_forms_united') }}
    where form_kind = 'plan'
),

-- 120户…每户补助1.5万元, or the other way round; one price and one sum of money in the goal
phrases as (
    select
        form_key,
        said,
        coalesce(
            nullif(regexp_extract(said, {{ audit_pattern('count_and_price') }}), ''),
            nullif(regexp_extract(said, {{ audit_pattern('price_and_count') }}), '')
        ) as phrase
    from goals
    where
        regexp_matches(said, '^[^元]*元[^元]*$')
        and not regexp_matches(said, '每(天|日|次|场|学期|季)|/(天|日|次|场|学期|季)|分担|承担|配套|以内|不超过|不低于|以上')
),

parts as (
    select
        form_key,
        phrase as priced_words,
        regexp_matches(phrase, {{ audit_pattern('monthly_cost') }}) as is_monthly,
        regexp_matches(phrase, '元/?[^0-9]{0,4}[0-9]+个?月') as says_months,
        regexp_extract(phrase, '({{ number }}(?:万|亿)?)元', 1) as price,
        {{ counted_unit("regexp_extract(phrase, '每(.)', 1)") }} as priced_unit,
        regexp_extract(regexp_replace(phrase, '{{ number }}万?元', ''), '{{ number }}万?[^0-9,;。、:]') as counted
    from phrases
    where phrase is not null
),

valued as (
    select
        form_key,
        priced_words,
        is_monthly,
        try_cast(replace(regexp_extract(price, '^{{ number }}'), ',', '') as double)
        * case when price like '%万' then 1 else 0.0001 end as price_wan,
        try_cast(replace(regexp_extract(counted, '^{{ number }}'), ',', '') as double)
        * case when counted like '%万_' then 10000 else 1 end as count
    from parts
    where {{ counted_unit('right(counted, 1)') }} = priced_unit and not says_months
),

outputs as (
    select
        indicators.form_key,
        count(*) as counts
    from {{ ref('int_indicators_united') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    where categories.level2_code = '11'
    group by indicators.form_key
)

select
    valued.form_key,
    valued.priced_words,
    try_cast(valued.price_wan * valued.count * case when valued.is_monthly then 12 else 1 end as decimal(18, 6))
        as priced_wan,
    coalesce(outputs.counts, 0) < 2 as is_all_that_is_done
from valued
left join outputs on valued.form_key = outputs.form_key
