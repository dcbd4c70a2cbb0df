{{ config(meta={'touched_by': 'department_key'}) }}

with mapped as (
    select * from {{ ref('int_departments_mapped') }}
),

places as (
    select * from {{ ref('places') }}
),

described as (
    select
        mapped.department_key,
        mapped.city_key,
        mapped.department_name,
        mapped.department_code,
        mapped.function_code,
        mapped.function_name,
        mapped.place_code,
        case when places.level = 'county' then places.place_name end as district_name
    from mapped
    inner join places on mapped.place_code = places.place_code
)

select * from described
order by department_key
