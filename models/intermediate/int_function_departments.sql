with documents as (
    select * from {{ ref('dim_document') }}
),

departments as (
    select * from {{ ref('dim_department') }}
),

published as (
    select distinct
        documents.city_key,
        departments.function_code,
        documents.department_key,
        documents.year_key as budget_year
    from documents
    inner join departments on documents.department_key = departments.department_key
    where documents.document_key in (select goals.document_key from {{ ref('fct_goals') }} as goals)
)

select * from published
