{{ config(materialized='incremental', meta={'touched_by': 'department_key'}) }}

with projects as (
    select * from {{ ref('stg_projects') }}
),

units as (
    select * from {{ ref('int_units_keyed') }}
    {{ where_touched('department_key') }}
),

numbered as (
    select
        projects.document_id,
        projects.project_row_key,
        projects.project_match_key,
        units.unit_key,
        units.department_key,
        row_number() over (
            partition by projects.document_id, units.unit_key, projects.project_match_key
            order by projects.project_seq
        ) as occurrence
    from projects
    inner join units on projects.unit_row_key = units.unit_row_key
),

keyed as (
    select
        *,
        min(project_row_key) over (partition by unit_key, project_match_key, occurrence) as project_key
    from numbered
)

select * from keyed
