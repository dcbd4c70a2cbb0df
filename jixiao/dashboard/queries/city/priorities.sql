-- The ten findings that an auditor opens first of each function and year of a city, all in the one order of the mart.
select * exclude (place)
from opened_first()
qualify row_number() over (partition by city_key, function_code, budget_year order by place) <= 10
order by city_key, place
