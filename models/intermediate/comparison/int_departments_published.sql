with documents as (
    {{ touched('dim_document', 'city_key') }}
),

goals as (
    select document_key from {{ ref('fct_goals') }}
    {{ where_touched('city_key') }}
    group by document_key
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
    inner join goals on documents.document_key = goals.document_key
)

select * from published
