{{ config(meta={'touched_by': 'department_key'}) }}

with funding as (
    select * from {{ ref('fct_funding') }}
    where is_counted
),

yearly as (
    select
        department_key,
        any_value(city_key) as city_key,
        year_key,
        sum(amount_wan) as amount_wan
    from funding
    group by department_key, year_key
),

compared as (
    select
        {{ department_year_key('yearly.department_key', 'yearly.year_key') }} as comparison_key,
        yearly.department_key,
        yearly.city_key,
        yearly.year_key,
        yearly.amount_wan,
        previous.amount_wan as previous_amount_wan
    from yearly
    inner join yearly as previous
        on yearly.department_key = previous.department_key and yearly.year_key = previous.year_key + 1
)

select * from compared
