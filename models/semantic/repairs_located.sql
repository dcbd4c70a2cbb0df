with repairs as (
    select * from {{ ref('number_repairs') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

goals as (
    select * from {{ ref('fct_goals') }}
),

located as (
    select
        repairs.document_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        repairs.level,
        repairs.measure
    from repairs
    inner join documents on repairs.document_key = documents.document_key
    left join goals on repairs.document_key = goals.document_key and repairs.project_key = goals.project_key
    where coalesce(goals.is_counted, true)
)

select * from located
