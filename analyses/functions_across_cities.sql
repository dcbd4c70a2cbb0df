-- 同类部门在各城市之间相比如何？
-- How do departments of one function compare across cities?
--
-- Read: functions that more than one city publishes. Look at money per project and at the quantitative share
-- rather than at the sums.
-- Caveat: cities differ in size, in what a department covers and in the form they print; the years need not be the
-- same.
-- depends_on: {{ ref('city_comparison') }}
select
    function_name,
    city_name,
    budget_year,
    amount_wan,
    projects,
    round(amount_wan / projects, 2) as wan_per_project,
    indicators_per_project,
    quantitative_share,
    reconciled_share
from marts.city_comparison
qualify count(distinct city_name) over (partition by function_name) > 1
order by function_name, city_name, budget_year
