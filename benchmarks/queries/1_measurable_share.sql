-- How measurable are the targets, by city and department function?
select
    city_name,
    function_name,
    count(*) as indicators,
    count(*) filter (where annual_is_quantitative) as quantitative,
    count(*) filter (where annual_is_quantitative is null) as without_target
from fct_indicators
inner join dim_department on fct_indicators.department_key = dim_department.department_key
inner join dim_city on fct_indicators.city_key = dim_city.city_key
group by city_name, function_name
order by city_name, function_name
