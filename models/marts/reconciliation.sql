with totals as (
    select * from {{ ref('int_totals_compared') }}
    where measure = 'total'
),

documents as (
    select * from {{ ref('int_departments_keyed') }}
),

units as (
    select * from {{ ref('int_units_keyed') }}
),

projects as (
    select * from {{ ref('int_projects_located') }}
),

named as (
    select
        totals.document_id as document_key,
        totals.level,
        coalesce(projects.project_name, units.unit_name, documents.department_name) as name,
        coalesce(projects.unit_key, units.unit_key) as unit_key,
        projects.project_key,
        totals.printed,
        totals.printed_wan,
        totals.computed_wan,
        totals.difference_wan,
        totals.reconciles,
        totals.is_repaired,
        totals.page,
        totals.line,
        totals.char_start,
        totals.char_end
    from totals
    inner join documents on totals.document_id = documents.document_id
    left join units on totals.level = 'unit' and totals.unit_row_key = units.unit_row_key
    left join projects on totals.level = 'project' and totals.project_row_key = projects.project_row_key
)

select * from named
order by document_key, char_start
