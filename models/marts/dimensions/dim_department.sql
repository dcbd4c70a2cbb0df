{{ config(meta={'touched_by': 'department_key'}) }}

with classified as (
    select * from {{ ref('int_departments_classified') }}
),

places as (
    select * from {{ ref('places') }}
),

described as (
    select
        classified.department_key,
        classified.city_key,
        classified.department_name,
        classified.function_code,
        classified.function_name,
        classified.place_code,
        case when places.level = 'county' then places.place_name end as district_name
    from classified
    inner join places on classified.place_code = places.place_code
)

select * from described
order by department_key
