-- Where does a rate over the cycle become a bare number for the year?
select
    budget_year,
    city_name,
    count(*) as indicators,
    max(annual_value) as highest
from fct_indicators
inner join dim_year on fct_indicators.year_key = dim_year.year_key
inner join dim_city on fct_indicators.city_key = dim_city.city_key
where cycle_unit = '%' and annual_is_quantitative and annual_unit is distinct from '%'
group by budget_year, city_name
order by budget_year, city_name
