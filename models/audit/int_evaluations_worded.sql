select
    evaluations.*,
    balances.balance_words,
    balances.balance_wan,
    balances.balance_in_yuan,
    copied.copied_project_name,
    said.budget_words
from {{ ref('int_evaluations_audited') }} as evaluations
left join {{ ref('int_balances_printed') }} as balances
    on evaluations.document_key = balances.document_key and evaluations.project_key = balances.project_key
left join {{ ref('int_achievements_copied') }} as copied on evaluations.subject_key = copied.form_key
left join {{ ref('int_budgets_said') }} as said on evaluations.subject_key = said.form_key
order by evaluations.subject_key
