-- 哪些项目资金增加而指标值不变？
-- Where does the money grow while the targets stay unchanged?
--
-- Read: a project family of a unit in two consecutive years, more money in the second, and exactly the same
-- indicators with the same annual targets.
-- Caveat: needs two consecutive years of the same department: without them there is no row. A family is the name
-- without its years; prices rise too.
-- 读法：同一单位的同一项目族在相邻两年中，第二年资金增加，而指标和年度指标值完全相同。
-- 注意：需要同一部门连续两年的文件，否则没有结果。项目族是去掉年份的项目名称；物价也会上涨。
-- depends_on: {{ ref('fct_indicators') }} {{ ref('fct_funding') }} {{ ref('dim_project') }} {{ ref('dim_unit') }}
with money as (
    select
        dim_project.unit_key,
        project_family,
        year_key,
        sum(amount_wan) as amount_wan
    from marts.fct_funding
    inner join marts.dim_project using (project_key)
    where is_counted
    group by dim_project.unit_key, project_family, year_key
),

targets as (
    select
        dim_project.unit_key,
        project_family,
        year_key,
        count(*) as indicators,
        list_sort(list(concat_ws(' ', category_key, indicator_name, annual_target))) as annual_targets
    from marts.fct_indicators
    inner join marts.dim_project using (project_key)
    where annual_target is not null
    group by dim_project.unit_key, project_family, year_key
),

yearly as (
    select * from money
    inner join targets using (unit_key, project_family, year_key)
)

select
    unit_name,
    now.project_family,
    now.year_key as budget_year,
    before.amount_wan as previous_wan,
    now.amount_wan,
    now.amount_wan - before.amount_wan as growth_wan,
    now.indicators as unchanged_indicators
from yearly as now
inner join yearly as before
    on
        now.unit_key = before.unit_key
        and now.project_family = before.project_family
        and now.year_key = before.year_key + 1
        and now.annual_targets = before.annual_targets
inner join marts.dim_unit on now.unit_key = dim_unit.unit_key
where now.amount_wan > before.amount_wan
order by growth_wan desc, now.unit_key, now.project_family, budget_year
limit 50
