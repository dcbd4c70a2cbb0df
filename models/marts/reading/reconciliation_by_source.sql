with totals as (
    select * from {{ ref('int_totals_compared') }}
    where measure != 'total' and level != 'project'
),

documents as (
    {{ touched('int_departments_keyed', 'document_id') }}
),

departments as (
    {{ touched('dim_department', 'department_key') }}
),

units as (
    {{ touched('int_units_keyed', 'department_key') }}
),

unit_names as (
    {{ touched('dim_unit', 'department_key') }}
),

funding_sources as (
    select * from {{ ref('funding_sources') }}
),

named as (
    select
        totals.document_id as document_key,
        totals.level,
        coalesce(unit_names.unit_name, departments.department_name) as name,
        units.unit_key,
        funding_sources.funding_source_key,
        funding_sources.funding_source_code,
        totals.printed,
        totals.printed_wan,
        totals.computed_wan,
        totals.difference_wan,
        totals.reconciles,
        totals.is_repaired,
        totals.page,
        totals.line,
        totals.char_start,
        totals.char_end,
        totals.amount_kind
    from totals
    inner join documents on totals.document_id = documents.document_id
    inner join departments on documents.department_key = departments.department_key
    inner join funding_sources on totals.measure = funding_sources.funding_source_code
    left join units on totals.unit_row_key = units.unit_row_key
    left join unit_names on units.unit_key = unit_names.unit_key
)

select * from named
order by document_key, char_start
