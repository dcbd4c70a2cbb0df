with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'plan' and parts_wan is not null and amount_wan > 0 as applies,
        -- parts above the total may be parts of each other
        amount_wan - parts_wan > threshold as is_hit,
        {{ says('资金总额 {amount_wan|2} 万元，所列各项（{parts_words}）合计 {parts_wan|2} 万元',
            'Total {amount_wan|2} 万元; the parts beside it ({parts_words}) add up to {parts_wan|2} 万元') }}
    from {{ subjects_of('total_not_parts', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        coalesce(amount_wan, negative_wan) is not null and not coalesce(is_reduction, false) as applies,
        amount_wan < 0 or coalesce(negative_wan < 0, false) as is_hit,
        {{ says('资金为 {(coalesce(negative_wan, amount_wan))|2} 万元',
            'The money is {(coalesce(negative_wan, amount_wan))|2} 万元') }}
    from {{ subjects_of('amount_negative', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'plan' and costs_wan is not null and amount_wan > 0 and last_year = budget_year as applies,
        -- one cost that is the money, or all the others together, is the whole; one above it is raised itself
        costs_wan > amount_wan * (1 + threshold)
        and largest_cost_wan < amount_wan
        and costs_wan != 2 * largest_cost_wan as is_hit,
        {{ says('各项成本上限（{costs_words}）合计 {costs_wan|2} 万元，高于资金 {amount_wan|2} 万元',
            'The limits of cost ({costs_words_en}) add up to {costs_wan|2} 万元, above the money of {amount_wan|2} 万元') }}
    from {{ subjects_of('costs_add_over_budget', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
