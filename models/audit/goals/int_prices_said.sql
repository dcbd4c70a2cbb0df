{%- set number = '[0-9][0-9,]*(?:[.][0-9]+)?' -%}
{%- set price = '每([人名户位生亩座个头只株所])(每?[年月])?[^0-9。;,元]{0,6}(' ~ number ~ ')(万?)元' -%}
with goals as (
    select
        form_key,
        {{ name_key('annual_goal') }} as said
    from {{ ref('int_forms_united') }}
),

-- the one price of a goal (每人每月补助600元), and each of several with what it is for (80-89周岁每人每月50元)
clauses as (
    select
        form_key,
        regexp_extract(said, '[^,;。、:]{0,12}{{ price }}') as price_words,
        true as is_only
    from goals
    where regexp_matches(said, '^[^元]*{{ price }}[^元]*$')
    union all
    select
        form_key,
        unnest(regexp_extract_all(said, '[^,;。、:]{0,24}{{ price }}')) as price_words,
        false as is_only
    from goals
),

priced as (
    select
        form_key,
        price_words,
        is_only,
        {{ counted_unit("regexp_extract(price_words, '" ~ price ~ "', 1)") }} as priced_unit,
        regexp_extract(price_words, '{{ price }}', 2) like '%月' as is_monthly,
        try_cast(replace(regexp_extract(price_words, '{{ price }}', 3), ',', '') as decimal(18, 6))
        * case when regexp_extract(price_words, '{{ price }}', 4) = '万' then 10000 else 1 end as price
    from clauses
),

-- the one standard of the form in money for that unit
standards as (
    select
        subject_key,
        form_key,
        annual_operator,
        regexp_replace(
            {{ name_key('indicator_name') }}, '(补助|补贴|资助|奖补|发放|保障|津贴|成本)*标准.*$', ''
        ) as thing,
        annual_value * case when annual_unit like '万元%' then 10000 else 1 end as standard,
        regexp_matches(annual_unit || {{ name_key('indicator_name') }}, {{ audit_pattern('monthly_cost') }})
            as is_monthly,
        {{ counted_unit("coalesce(
            nullif(regexp_extract(annual_unit, '元/([人名户位生亩座个头只株所])', 1), ''),
            nullif(regexp_extract(" ~ name_key('indicator_name') ~ ", '每([人名户位生亩座个头只株所])', 1), ''),
            nullif(regexp_extract(" ~ name_key('indicator_name') ~ ", '([人户亩生])均', 1), '')
        )") }} as priced_unit
    from {{ ref('int_indicators_united') }}
    where
        annual_operator in ('=', '<=', '<')
        and regexp_matches(annual_unit, '^万?元')
        and regexp_matches({{ name_key('indicator_name') }}, '(补助|补贴|资助|奖补|发放|保障|成本)[^率]{0,4}标准|每.{1,6}(成本|补助|补贴)')
)

select
    standards.subject_key,
    max(priced.price_words) as price_words,
    -- one that is the same says nothing else
    bool_and(
        priced.price > standards.standard or standards.annual_operator = '=' and priced.price != standards.standard
    ) as differs_from_price
from priced
inner join standards
    on
        priced.form_key = standards.form_key
        and priced.priced_unit = standards.priced_unit
        and priced.is_monthly = standards.is_monthly
        and (priced.is_only or length(standards.thing) > 3 and contains(priced.price_words, standards.thing))
group by standards.subject_key, priced.form_key
