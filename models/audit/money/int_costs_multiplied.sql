with named as (
    select * from {{ ref('int_quantities_named') }}
),

-- 元/人, or 元 where the name says 每人, 单座, 户均
units as (
    select
        *,
        {{ counted_unit("coalesce(
            nullif(said_unit, ''),
            nullif(regexp_extract(name_text, '每(平方米|立方米|公里|[人名户亩个台套座所盏辆件吨队班站村校])', 1), ''),
            nullif(regexp_extract(name_text, '单([个项座台套处件辆所盏家村户人])', 1), ''),
            nullif(regexp_extract(name_text, '([人户亩])均', 1), '')
        )") }} as priced_unit
    from named
    -- what each saves is no cost
    where money_unit != '' and not regexp_matches(name_text, {{ audit_pattern('saving_name') }})
),

costs as (
    select
        form_key,
        of_what,
        max(printed) as cost,
        max(regexp_replace(name_text, {{ audit_pattern('cost_word') }}, '', 'g')) as priced_thing,
        max(quantity * case when money_unit = '万元' then 1 else 0.0001 end) as unit_cost_wan,
        max(priced_unit) as priced_unit,
        max(case when said_unit = '' then regexp_extract(name_text, {{ audit_pattern('paid_word') }}) end) as paid_word,
        bool_or(is_monthly) as is_monthly
    from units
    where priced_unit is not null
    group by form_key, of_what
    having count(*) = 1
),

multiplied as (
    select
        costs.form_key,
        costs.of_what,
        costs.cost || case when costs.is_monthly then '×12' else '' end as cost,
        counts.printed as counted,
        try_cast(
            cast(costs.unit_cost_wan as double) * cast(counts.counted as double)
            * case when costs.is_monthly then 12 else 1 end as decimal(18, 6)
        ) as product_wan
    from costs
    inner join named as counts
        on
            costs.form_key = counts.form_key
            and costs.of_what = counts.of_what
            and (
                costs.priced_unit = counts.counted_unit
                -- 每队 beside 工作队数量 3个
                or costs.priced_unit in ('队', '班', '站', '村', '校')
                and counts.counted_unit in ('个', '支')
                and contains(counts.name_text, costs.priced_unit)
            )
            -- of one thing: most characters that name what is priced stand in the name of what is counted
            and 4 * length(translate(costs.priced_thing, counts.name_text, '')) <= length(costs.priced_thing)
            and (
                costs.priced_thing != ''
                or costs.paid_word is null
                or costs.paid_word != '' and contains(counts.name_text, costs.paid_word)
            )
    qualify count(*) over (partition by costs.form_key, costs.of_what) = 1
),

products as (
    select
        form_key,
        max(cost) filter (where of_what = 'target') as cost_target,
        max(counted) filter (where of_what = 'target') as count_target,
        max(product_wan) filter (where of_what = 'target') as product_wan,
        max(cost) filter (where of_what = 'actual') as actual_cost,
        max(counted) filter (where of_what = 'actual') as actual_count,
        max(product_wan) filter (where of_what = 'actual') as actual_product_wan
    from multiplied
    group by form_key
)

select * from products
