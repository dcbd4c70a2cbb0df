{{ config(meta={'touched_by': 'department_key'}) }}

with departments as (
    {{ touched('int_departments_keyed', 'department_key') }}
),

official as (
    select * from {{ ref('dim_department') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

printed as (
    select
        departments.department_key,
        documents.department_name,
        documents.budget_year,
        documents.document_id,
        departments.is_alias,
        official.department_name as official_name
    from documents
    inner join departments on documents.document_id = departments.document_id
    inner join official on departments.department_key = official.department_key
),

named as (
    select
        department_key,
        department_name,
        min(budget_year) as first_budget_year,
        max(budget_year) as last_budget_year,
        count(distinct document_id) as documents,
        bool_and(is_alias) as is_former,
        department_name = any_value(official_name) as is_official
    from printed
    group by department_key, department_name
)

select * from named
order by department_key, first_budget_year, department_name
