select city_key, city_name, province_name
from marts.dim_city
order by city_key
