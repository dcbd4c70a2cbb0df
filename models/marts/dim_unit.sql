with projects as (
    select * from {{ ref('int_projects_located') }}
),

units as (
    select * from {{ ref('int_units_keyed') }}
),

present as (
    select projects.unit_key from projects
    group by projects.unit_key
),

described as (
    select
        units.unit_key,
        any_value(units.department_key) as department_key,
        any_value(units.unit_name) as unit_name
    from units
    inner join present on units.unit_key = present.unit_key
    group by units.unit_key
)

select * from described
order by unit_key
