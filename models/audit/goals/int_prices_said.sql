{%- set number = '[0-9][0-9,]*(?:[.][0-9]+)?' -%}
{%- set price = '每([人名户位生亩座个头只株所])(每?[年月])?[^0-9。;,元]{0,6}(' ~ number ~ ')(万?)元' -%}
-- the one price of a goal: 每人每月补助600元
with goals as (
    select
        form_key,
        {{ name_key('annual_goal') }} as said
    from {{ ref('int_forms_united') }}
    where regexp_matches({{ name_key('annual_goal') }}, '^[^元]*{{ price }}[^元]*$')
),

priced as (
    select
        form_key,
        regexp_extract(said, '[^,;。、:]{0,12}{{ price }}') as price_words,
        {{ counted_unit("regexp_extract(said, '" ~ price ~ "', 1)") }} as priced_unit,
        regexp_extract(said, '{{ price }}', 2) like '%月' as is_monthly,
        try_cast(replace(regexp_extract(said, '{{ price }}', 3), ',', '') as decimal(18, 6))
        * case when regexp_extract(said, '{{ price }}', 4) = '万' then 10000 else 1 end as price
    from goals
),

-- the one standard of the form in money for that unit
standards as (
    select
        subject_key,
        form_key,
        annual_operator,
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
    bool_or(
        priced.price > standards.standard or standards.annual_operator = '=' and priced.price != standards.standard
    ) as differs_from_price
from priced
inner join standards
    on
        priced.form_key = standards.form_key
        and priced.priced_unit = standards.priced_unit
        and priced.is_monthly = standards.is_monthly
group by standards.subject_key, priced.form_key
