-- How much each city published of each year.
select city_key, year_key as budget_year, count(*) as documents, count(distinct department_key) as departments
from marts.dim_document
group by city_key, year_key
order by city_key, year_key
