{{ config(meta={'touched_by': 'department_key'}) }}

with goals as (
    select * from {{ ref('fct_goals') }}
    where is_counted
),

finding_rows as (
    select * from {{ ref('audit_finding_rows') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

found as (
    select distinct
        finding_rows.project_key,
        documents.year_key
    from finding_rows
    inner join documents on finding_rows.document_key = documents.document_key
),

projects as (
    select distinct
        goals.city_key,
        goals.department_key,
        goals.unit_key,
        goals.project_key,
        goals.year_key
    from goals
    inner join found on goals.project_key = found.project_key and goals.year_key = found.year_key
)

select * from projects
