-- 资金最多的项目族，历年如何？
-- Which project families hold the most money, and how does it move over the years?
--
-- Read: the twenty families with the most money in any one year, a row per year; `change_wan` is against the year
-- before where that is in the warehouse.
-- Caveat: a family is the name without its years, within one unit; a project that is renamed starts a new family.
-- 读法：任一年度资金最多的二十个项目族，每年一行；“同比变动”与上年相比，上年不在库中的为空。
-- 注意：项目族是同一单位内去掉年份的项目名称；改了名的项目算作新的项目族。
-- depends_on: {{ ref('fct_funding') }} {{ ref('dim_project') }} {{ ref('dim_unit') }}
with yearly as (
    select
        dim_project.unit_key,
        project_family,
        year_key,
        count(distinct project_key) as projects,
        sum(amount_wan) as amount_wan
    from marts.fct_funding
    inner join marts.dim_project using (project_key)
    where is_counted
    group by dim_project.unit_key, project_family, year_key
),

largest as (
    select
        unit_key,
        project_family,
        max(amount_wan) as most_wan
    from yearly
    group by unit_key, project_family
    order by most_wan desc, unit_key, project_family
    limit 20
)

select
    unit_name,
    now.project_family,
    now.year_key as budget_year,
    now.projects,
    now.amount_wan,
    now.amount_wan - before.amount_wan as change_wan
from largest
inner join yearly as now using (unit_key, project_family)
left join yearly as before
    on
        now.unit_key = before.unit_key
        and now.project_family = before.project_family
        and now.year_key = before.year_key + 1
inner join marts.dim_unit on now.unit_key = dim_unit.unit_key
order by largest.most_wan desc, now.unit_key, now.project_family, budget_year
