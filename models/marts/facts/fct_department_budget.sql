with budget as (
    select * from {{ ref('stg_department_budget') }}
),

documents as (
    {{ touched('dim_document') }}
),

facts as (
    select
        budget.department_budget_key,
        documents.document_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        budget.form_seq,
        budget.item,
        budget.item_printed,
        budget.amount_wan,
        cast(budget.amount_wan * 10000 as decimal(18, 2)) as amount_yuan,
        budget.initial_wan,
        budget.executed_wan,
        budget.execution_rate,
        cast(100 * budget.executed_wan / nullif(budget.amount_wan, 0) as decimal(18, 4)) as computed_rate,
        budget.execution_weight,
        budget.execution_score,
        budget.amount_printed,
        budget.is_proved,
        budget.page,
        budget.line,
        budget.char_start,
        budget.char_end
    from budget
    inner join documents on budget.document_id = documents.document_key
)

select * from facts
order by department_budget_key
