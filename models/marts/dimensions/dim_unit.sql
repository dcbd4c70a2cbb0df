{{ config(meta={'touched_by': 'department_key'}) }}

with units as (
    {{ touched('int_units_keyed', 'department_key') }}
),

printed as (
    select * from {{ ref('stg_units') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

present as (
    select unit_key from {{ ref('int_projects_located') }}
    group by unit_key
),

codes as (
    select
        units.unit_key,
        printed.unit_code
    from units
    inner join printed on units.unit_row_key = printed.unit_row_key
    inner join documents on units.document_id = documents.document_id
    where printed.unit_code is not null
    qualify row_number() over (
        partition by units.unit_key order by units.budget_year desc, printed.unit_code asc
    ) = 1
),

described as (
    select
        units.unit_key,
        units.department_key,
        units.official_name as unit_name,
        codes.unit_code
    from units
    inner join present on units.unit_key = present.unit_key
    left join codes on units.unit_key = codes.unit_key
    qualify row_number() over (
        partition by units.unit_key
        order by units.is_alias asc, units.budget_year desc, units.unit_row_key asc
    ) = 1
)

select * from described
order by department_key, unit_key
