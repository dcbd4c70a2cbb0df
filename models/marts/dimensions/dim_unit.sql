{{ config(meta={'touched_by': 'department_key'}) }}

with units as (
    {{ touched('int_units_keyed', 'department_key') }}
),

present as (
    select unit_key from {{ ref('int_projects_located') }}
    group by unit_key
),

described as (
    select
        units.unit_key,
        units.department_key,
        units.official_name as unit_name
    from units
    inner join present on units.unit_key = present.unit_key
    qualify row_number() over (
        partition by units.unit_key
        order by units.is_alias asc, units.budget_year desc, units.unit_row_key asc
    ) = 1
)

select * from described
order by unit_key
