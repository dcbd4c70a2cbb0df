-- How does the money of a function in a city change from year to year?
with money as (
    select
        city_key,
        function_name,
        budget_year,
        sum(amount_wan) as amount_wan
    from fct_funding
    inner join dim_department using (city_key, department_key)
    inner join dim_year using (year_key)
    group by city_key, function_name, budget_year
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
