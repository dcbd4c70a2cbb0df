with tasks as (
    select * from {{ ref('stg_department_tasks') }}
),

documents as (
    {{ touched('dim_document') }}
),

facts as (
    select
        tasks.department_task_key,
        documents.document_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        tasks.form_seq,
        tasks.task_seq,
        tasks.task_name,
        tasks.content,
        tasks.amount_wan,
        tasks.amount_printed,
        tasks.fiscal_wan,
        tasks.special_account_wan,
        tasks.other_wan,
        tasks.executed_wan,
        tasks.is_part,
        tasks.page,
        tasks.line,
        tasks.char_start,
        tasks.char_end
    from tasks
    inner join documents on tasks.document_id = documents.document_key
)

select * from facts
order by department_task_key
