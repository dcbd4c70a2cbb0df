select
    evaluations.*,
    balances.balance_words,
    balances.balance_wan,
    balances.balance_in_yuan,
    copied.copied_project_name,
    achieved.achieved_words,
    achieved.achieved_year,
    achieved.form_year,
    asked.change_asked,
    asked.change_told,
    asked.rate_asked,
    asked.rate_told,
    asked.asked_below,
    tasks.executed_tasks,
    tasks.task_over_wan,
    tasks.task_unspent_wan,
    tasks.over_words,
    tasks.unspent_words,
    tasks.tasks_are_of_first_budget,
    done.done_tasks,
    done.done_task,
    done.missed_words as task_missed_words,
    surveys.survey_words,
    surveys.is_impossible as survey_is_impossible,
    said.budget_words,
    departments.project_executed_wan,
    totals.amount_wan as forms_executed_wan
from {{ ref('int_evaluations_audited') }} as evaluations
left join {{ ref('int_balances_printed') }} as balances
    on evaluations.document_key = balances.document_key and evaluations.project_key = balances.project_key
left join {{ ref('int_achievements_copied') }} as copied on evaluations.subject_key = copied.form_key
left join {{ ref('int_achievements_dated') }} as achieved on evaluations.subject_key = achieved.form_key
left join {{ ref('int_budgets_said') }} as said on evaluations.subject_key = said.form_key
left join {{ ref('int_reasons_asked') }} as asked on evaluations.subject_key = asked.form_key
left join {{ ref('int_tasks_executed') }} as tasks on evaluations.subject_key = tasks.form_key
left join {{ ref('int_tasks_done') }} as done on evaluations.subject_key = done.form_key
left join {{ ref('int_surveys_said') }} as surveys on evaluations.subject_key = surveys.form_key
left join {{ ref('int_departments_summed') }} as departments on evaluations.subject_key = departments.form_key
left join {{ ref('int_forms_totalled') }} as totals
    on
        evaluations.document_key = totals.document_key
        and totals.form_kind = 'evaluation'
        and totals.source = 'total'
        and totals.measure = 'executed'
        and totals.is_complete
order by evaluations.subject_key
