with units as (
    select * from {{ ref('stg_units') }}
),

departments as (
    select * from {{ ref('int_departments_keyed') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

aliases as (
    select * from {{ ref('name_aliases') }}
    where kind = 'unit'
),

resolved as (
    select
        units.unit_row_key,
        departments.department_key,
        coalesce(aliases.official_name, units.unit_name) as official_name
    from units
    inner join departments on units.document_id = departments.document_id
    inner join documents on units.document_id = documents.document_id
    left join aliases
        on
            units.unit_match_key = {{ organisation_key('aliases.alias') }}
            and documents.budget_year between aliases.valid_from_year and aliases.valid_to_year
),

keyed as (
    select
        unit_row_key,
        department_key,
        min(unit_row_key) over (
            partition by department_key, {{ organisation_key('official_name') }}
        ) as unit_key,
        first_value(official_name) over (
            partition by department_key, {{ organisation_key('official_name') }}
            order by unit_row_key
        ) as unit_name
    from resolved
)

select * from keyed
