-- The ten findings that an auditor opens first of each function and year, all in the one order of the mart.
select * exclude (city_key, place)
from opened_first()
qualify row_number() over (partition by function_code, budget_year order by place) <= 10
order by place
