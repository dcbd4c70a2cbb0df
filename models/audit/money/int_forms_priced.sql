with forms as (
    select
        *,
        replace({{ name_key('annual_goal') }}, ',', '') as goal_text
    from {{ ref('int_forms_united') }}
),

phrases as (
    select
        form_key,
        amount_wan as money_wan,
        unnest(regexp_extract_all(goal_text, '[^0-9.]{0,12}[0-9]{1,9}(?:[.][0-9]{1,6})?万元/?')) as phrase
    from forms
    where annual_goal like '%万元%'
),

-- 每公里补助10万元 is a price
amounts as (
    select
        form_key,
        money_wan,
        try_cast(regexp_extract(phrase, '([0-9.]+)万元', 1) as decimal(18, 6)) as amount_wan
    from phrases
    where not regexp_matches(phrase, '每|均|单价|/$')
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

priced as (
    select
        forms.form_key,
        goals.amounts_in_goal,
        goals.goal_wan,
        multiplied.cost_target,
        multiplied.count_target,
        multiplied.product_wan,
        multiplied.actual_cost,
        multiplied.actual_count,
        multiplied.actual_product_wan,
        summed.basic_wan,
        summed.project_wan,
        summed.tasks_wan,
        summed.tasks_executed_wan,
        summed.tasks_are_projects,
        summed.project_executed_wan,
        summed.executed_difference_wan,
        summed.parts_are_of_other_column
    from forms
    left join goals on forms.form_key = goals.form_key
    left join {{ ref('int_costs_multiplied') }} as multiplied on forms.form_key = multiplied.form_key
    left join {{ ref('int_departments_summed') }} as summed on forms.form_key = summed.form_key
)

select * from priced
