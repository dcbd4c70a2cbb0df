select category_key, level1_code, level1_name, level2_name
from marts.dim_category
order by category_key
