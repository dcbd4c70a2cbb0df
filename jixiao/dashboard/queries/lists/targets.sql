-- Annual targets of a function and year in the same category, unit and direction, where two cities at least set one: the median of each city, and of these.
select
    function_code, budget_year, category_key, target_unit as unit, direction, city_key, targets,
    plain(least_target) as least, plain(median_target) as median, plain(greatest_target) as greatest,
    plain(cast(median(median_target) over alike as decimal(28, 8))) as usual
from marts.indicator_targets
where direction != 'between'
window alike as (partition by function_code, budget_year, category_key, target_unit, direction)
qualify count(*) over alike > 1
order by function_code, budget_year, category_key, count(*) over alike desc, target_unit, direction, median_target, city_key
