with departments as (
    select * from {{ ref('int_departments_published') }}
),

counted as (
    select
        current_year.city_key,
        current_year.function_code,
        current_year.budget_year,
        count(*) as departments,
        count(previous_year.department_key) as departments_in_both
    from departments as current_year
    left join departments as previous_year
        on
            current_year.department_key = previous_year.department_key
            and current_year.budget_year = previous_year.budget_year + 1
    group by current_year.city_key, current_year.function_code, current_year.budget_year
),

with_previous as (
    select
        counted.*,
        lag(counted.budget_year) over (
            partition by counted.city_key, counted.function_code order by counted.budget_year
        ) as earlier_budget_year
    from counted
)

select * from with_previous
