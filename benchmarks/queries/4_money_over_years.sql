-- How does the money of a function in a city change from year to year?
with money as (
    select
        fct_funding.city_key,
        function_name,
        budget_year,
        sum(amount_wan) as amount_wan
    from fct_funding
    inner join dim_department on fct_funding.department_key = dim_department.department_key
    inner join dim_year on fct_funding.year_key = dim_year.year_key
    group by fct_funding.city_key, function_name, budget_year
)

select
    city_name,
    function_name,
    budget_year,
    amount_wan,
    amount_wan - lag(amount_wan) over (partition by city_key, function_name order by budget_year) as change_wan
from money
inner join dim_city using (city_key)
order by city_name, function_name, budget_year
