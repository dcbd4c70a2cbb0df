select distinct function_code as code, function_name as name
from marts.dim_department
order by function_code
