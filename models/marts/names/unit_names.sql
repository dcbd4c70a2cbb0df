{{ config(meta={'touched_by': 'department_key'}) }}

with units as (
    {{ touched('int_units_keyed', 'department_key') }}
),

official as (
    select * from {{ ref('dim_unit') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

landed as (
    select * from {{ ref('stg_units') }}
),

printed as (
    select
        units.unit_key,
        units.department_key,
        landed.unit_name,
        documents.budget_year,
        documents.document_id,
        units.is_alias,
        official.unit_name as official_name
    from documents
    inner join landed on documents.document_id = landed.document_id
    inner join units on landed.unit_row_key = units.unit_row_key
    inner join official on units.unit_key = official.unit_key
),

named as (
    select
        unit_key,
        any_value(department_key) as department_key,
        unit_name,
        min(budget_year) as first_budget_year,
        max(budget_year) as last_budget_year,
        count(distinct document_id) as documents,
        bool_and(is_alias) as is_former,
        unit_name = any_value(official_name) as is_official
    from printed
    group by unit_key, unit_name
)

select * from named
order by unit_key, first_budget_year, unit_name
