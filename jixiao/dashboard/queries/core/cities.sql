select city_key, city_name, province_name, count(department_key) as departments
from marts.dim_city
left join marts.dim_department using (city_key)
group by city_key, city_name, province_name
order by city_key
