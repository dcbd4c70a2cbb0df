select
    evaluations.*,
    products.count_words,
    products.cost_words,
    products.spent_wan as product_spent_wan,
    -- all money went there: the product of the targets is a budget, or nothing else is done
    coalesce(
        products.planned_wan is null
        or abs(products.planned_wan - evaluations.initial_wan) <= 0.01 * evaluations.initial_wan
        or abs(products.planned_wan - evaluations.budget_wan) <= 0.01 * evaluations.budget_wan,
        false
    ) as is_product_all,
    costs.costs_wan,
    costs.costs_spent_wan,
    costs.costs_spent_words,
    exceeded.line_name as exceeded_source,
    exceeded.line_budget,
    exceeded.line_executed,
    printed.has_rate_column
from {{ ref('int_evaluations_audited') }} as evaluations
left join {{ ref('int_products_spent') }} as products on evaluations.subject_key = products.form_key
left join {{ ref('int_costs_summed') }} as costs on evaluations.subject_key = costs.form_key
left join {{ ref('int_sources_exceeded') }} as exceeded
    on evaluations.document_key = exceeded.document_key and evaluations.project_key = exceeded.project_key
left join {{ ref('int_forms_printed') }} as printed on evaluations.subject_key = printed.form_key
order by evaluations.subject_key
