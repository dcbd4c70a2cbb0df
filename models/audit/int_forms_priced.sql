with forms as (
    select
        *,
        replace({{ name_key('annual_goal') }}, ',', '') as goal_text
    from {{ ref('int_forms_united') }}
),

amounts as (
    select
        form_key,
        amount_wan as money_wan,
        cast(
            unnest(regexp_extract_all(goal_text, '([0-9]{1,9}(?:[.][0-9]{1,6})?)万元', 1)) as decimal(18, 6)
        ) as amount_wan
    from forms
    where annual_goal like '%万元%'
),

goals as (
    select
        form_key,
        count(*) as amounts_in_goal,
        sum(amount_wan) as goal_wan
    from amounts
    where amount_wan is distinct from money_wan  -- 安排120万元，其中…: the money itself is no part of it
    group by form_key
),

indicators as (
    select
        form_key,
        annual_value,
        annual_unit,
        annual_target,
        {{ name_key('indicator_name') }} as name_text,
        regexp_extract(annual_unit, '^(元|万元)/(.+)$', 1) as money_unit,
        regexp_extract(annual_unit, '^(元|万元)/(.+)$', 2) as counted_unit
    from {{ ref('int_indicators_united') }}
    where annual_is_quantitative and annual_unit is not null
),

costs as (
    select
        form_key,
        max(annual_target) as cost_target,
        max(regexp_replace(name_text, {{ audit_pattern('cost_word') }}, '', 'g')) as priced_thing,
        max(case when money_unit = '万元' then annual_value else annual_value / 10000 end) as unit_cost_wan,
        max(counted_unit) as counted_unit
    from indicators
    where counted_unit != ''
    group by form_key
    having count(*) = 1
),

counts as (
    select
        form_key,
        annual_unit,
        annual_target as count_target,
        name_text as counted_thing,
        annual_value as counted
    from indicators
),

multiplied as (
    select
        costs.form_key,
        costs.cost_target,
        counts.count_target,
        try_cast(cast(costs.unit_cost_wan as double) * cast(counts.counted as double) as decimal(18, 6)) as product_wan
    from costs
    inner join counts
        on
            costs.form_key = counts.form_key
            and costs.counted_unit = counts.annual_unit
            -- of one thing: most characters that name what is priced stand in the name of what is counted
            and 4 * length(translate(costs.priced_thing, counts.counted_thing, '')) <= length(costs.priced_thing)
    qualify count(*) over (partition by costs.form_key) = 1
),

priced as (
    select
        forms.form_key,
        goals.amounts_in_goal,
        goals.goal_wan,
        multiplied.cost_target,
        multiplied.count_target,
        multiplied.product_wan,
        summed.basic_wan,
        summed.project_wan,
        summed.tasks_wan,
        summed.executed_difference_wan,
        summed.parts_are_of_other_column
    from forms
    left join goals on forms.form_key = goals.form_key
    left join multiplied on forms.form_key = multiplied.form_key
    left join {{ ref('int_departments_summed') }} as summed on forms.form_key = summed.form_key
)

select * from priced
