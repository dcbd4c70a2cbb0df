with projects as (
    {{ touched('int_projects_keyed', 'document_id') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

located as (
    select
        projects.project_row_key,
        projects.project_key,
        projects.unit_key,
        projects.department_key,
        projects.occurrence,
        documents.document_key,
        cast(documents.city_code as bigint) as city_key,
        documents.budget_year as year_key
    from projects
    inner join documents on projects.document_id = documents.document_id
)

select * from located
