-- 同类部门在各城市之间相比如何？
-- How do departments of one function compare across cities?
--
-- Read: functions that more than one city publishes. Look at money per project and at the quantitative share
-- rather than at the sums.
-- Caveat: cities differ in size, in what a department covers and in the form they print; the years need not be the
-- same.
-- 读法：只列有一个以上城市公开的部门职能。看项目平均金额和量化率，不要只看总额。
-- 注意：各城市规模不同，部门职责范围和所用表式也不同，年度也不一定相同。
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
