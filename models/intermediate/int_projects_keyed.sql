with projects as (
    select * from {{ ref('stg_projects') }}
),

units as (
    select * from {{ ref('int_units_keyed') }}
),

numbered as (
    select
        projects.document_id,
        projects.project_row_key,
        projects.project_name,
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
        document_id,
        project_row_key,
        unit_key,
        department_key,
        occurrence,
        min(project_row_key) over (partition by unit_key, project_match_key, occurrence) as project_key,
        first_value(project_name) over (
            partition by unit_key, project_match_key, occurrence
            order by project_row_key
        ) as project_name
    from numbered
)

select * from keyed
