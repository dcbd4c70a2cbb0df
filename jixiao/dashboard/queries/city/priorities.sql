-- The ten findings that an auditor opens first of each function and year of a city, all in the one order of the mart.
select * exclude (place)
from opened_first(true)
order by city_key, place
