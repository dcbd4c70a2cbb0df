-- The ten findings that an auditor opens first of each function and year, all in the one order of the mart.
select * exclude (city_key, place)
from opened_first(false)
order by place
