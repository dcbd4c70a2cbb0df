{{ config(materialized='table') }}

with departments as (
    select * from {{ ref('dim_department') }}
    where function_code = 'unknown'
),

cities as (
    select * from {{ ref('dim_city') }}
),

funding as (
    select
        department_key,
        sum(amount_wan) as amount_wan
    from {{ ref('fct_funding') }}
    where is_counted
    group by department_key
),

unmapped as (
    select
        departments.department_key,
        cities.city_name,
        departments.district_name,
        departments.department_name,
        cast(coalesce(funding.amount_wan, 0) as decimal(18, 6)) as amount_wan
    from departments
    inner join cities on departments.city_key = cities.city_key
    left join funding on departments.department_key = funding.department_key
)

select * from unmapped
order by department_key
