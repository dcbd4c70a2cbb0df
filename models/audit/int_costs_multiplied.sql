with indicators as (
    select
        form_key,
        annual_value,
        annual_target,
        {{ name_key('indicator_name') }} as name_text,
        regexp_extract(annual_unit, '^(元|万元)(/.+)?$', 1) as money_unit,
        regexp_extract(annual_unit, '^(?:元|万元)/([^/·.年月天日]+)', 1) as said_unit,
        {{ counted_unit('annual_unit') }} as counted_unit,
        annual_value * {{ large_number('annual_unit') }} as counted,
        regexp_matches(annual_unit || {{ name_key('indicator_name') }}, {{ audit_pattern('monthly_cost') }}) as is_monthly
    from {{ ref('int_indicators_united') }}
    where annual_is_quantitative and annual_unit is not null
),

-- 元/人, or 元 where the name says 每人, 户均
units as (
    select
        *,
        {{ counted_unit("coalesce(
            nullif(said_unit, ''),
            nullif(regexp_extract(name_text, '每(平方米|立方米|公里|[人名户亩个台套座所盏辆件吨])', 1), ''),
            nullif(regexp_extract(name_text, '([人户亩])均', 1), '')
        )") }} as priced_unit
    from indicators
    where money_unit != ''
),

costs as (
    select
        form_key,
        max(annual_target) as cost_target,
        max(regexp_replace(name_text, {{ audit_pattern('cost_word') }}, '', 'g')) as priced_thing,
        max(annual_value * case when money_unit = '万元' then 1 else 0.0001 end) as unit_cost_wan,
        max(priced_unit) as priced_unit,
        max(case when said_unit = '' then regexp_extract(name_text, {{ audit_pattern('paid_word') }}) end) as paid_word,
        bool_or(is_monthly) as is_monthly
    from units
    where priced_unit is not null
    group by form_key
    having count(*) = 1
),

multiplied as (
    select
        costs.form_key,
        costs.cost_target || case when costs.is_monthly then '×12' else '' end as cost_target,
        counts.annual_target as count_target,
        try_cast(
            cast(costs.unit_cost_wan as double) * cast(counts.counted as double)
            * case when costs.is_monthly then 12 else 1 end as decimal(18, 6)
        ) as product_wan
    from costs
    inner join indicators as counts
        on
            costs.form_key = counts.form_key
            and costs.priced_unit = counts.counted_unit
            -- of one thing: most characters that name what is priced stand in the name of what is counted
            and 4 * length(translate(costs.priced_thing, counts.name_text, '')) <= length(costs.priced_thing)
            and (costs.priced_thing != '' or costs.paid_word is null or costs.paid_word != ''
                and contains(counts.name_text, costs.paid_word))
    qualify count(*) over (partition by costs.form_key) = 1
)

select * from multiplied
