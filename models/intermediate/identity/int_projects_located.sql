with projects as (
    {{ touched('int_projects_keyed', 'document_id') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

repeated as (
    select * from {{ ref('int_projects_repeated') }}
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
        documents.budget_year as year_key,
        repeated.is_counted
    from projects
    inner join documents on projects.document_id = documents.document_id
    inner join repeated on projects.project_row_key = repeated.project_row_key
)

select * from located
