select department_key, city_key, department_name, function_code
from marts.dim_department
order by city_key, function_code, department_key
