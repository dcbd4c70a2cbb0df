with quantities as (
    select * from {{ ref('int_quantities_named') }}
    where of_what = 'actual'
),

multiplied as (
    select * from {{ ref('int_costs_multiplied') }}
    where actual_product_wan is not null
),

goals as (
    select
        form_key,
        {{ name_key("coalesce(annual_goal, '')") }} as goal_text
    from {{ ref('int_forms_united') }}
    where form_kind = 'evaluation'
),

outputs as (
    select
        indicators.form_key,
        max(indicators.subject_key) as subject_key
    from {{ ref('int_indicators_united') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    where categories.level2_code = '11'
    group by indicators.form_key
    having count(*) = 1
),

costs as (
    select
        form_key,
        max(printed) as cost_words,
        max(quantity * case when money_unit = '万元' then 1 else 0.0001 end) as unit_cost_wan,
        max(said_unit) as said_unit
    from quantities
    where money_unit != '' and said_unit != '' and not is_monthly
    group by form_key
    having count(*) = 1
),

-- the one output of a form is an extent, and its one cost is that of a piece of it: all money goes there
priced as (
    select
        outputs.form_key,
        counts.printed as count_words,
        costs.cost_words,
        costs.said_unit,
        try_cast(cast(counts.counted as double) * cast(costs.unit_cost_wan as double) as decimal(18, 6)) as spent_wan,
        -- what the goal measures by it, without 每亩 and 亩均
        replace(replace(replace(
            goals.goal_text, '每' || costs.said_unit, ''
        ), costs.said_unit || '均', ''), '/' || costs.said_unit, '') as goal_text
    from outputs
    inner join quantities as counts on outputs.subject_key = counts.subject_key
    inner join costs on outputs.form_key = costs.form_key and counts.counted_unit = costs.said_unit
    inner join goals on outputs.form_key = goals.form_key
    where regexp_full_match(costs.said_unit, {{ audit_pattern('extent_unit') }})
),

alone as (
    select
        form_key,
        count_words,
        cost_words,
        spent_wan
    from priced
    where length(goal_text) - length(replace(goal_text, said_unit, '')) <= length(said_unit)
),

united as (
    select
        multiplied.form_key,
        multiplied.actual_count as count_words,
        multiplied.actual_cost as cost_words,
        multiplied.actual_product_wan as spent_wan,
        multiplied.product_wan as planned_wan
    from multiplied
    left join alone on multiplied.form_key = alone.form_key
    where alone.form_key is null
    union all
    select
        form_key,
        count_words,
        cost_words,
        spent_wan,
        cast(null as decimal(18, 6)) as planned_wan
    from alone
)

select
    form_key,
    count_words,
    cost_words,
    spent_wan,
    planned_wan
from united
