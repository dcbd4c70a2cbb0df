-- 资金集中在少数项目吗？
-- Is the money concentrated in a few projects?
--
-- Read: per department and year the largest project, its share, and how many of the largest projects hold half of
-- the money: the ones to read first.
-- Caveat: a department that puts its work into one line looks concentrated without being so.
-- 读法：每个部门、年度金额最大的项目及其占比，以及最大的几个项目合计达到一半资金：先看这几个。
-- 注意：把全部工作列为一个项目的部门，看上去资金集中，其实未必。
-- depends_on: {{ ref('fct_funding') }} {{ ref('dim_project') }} {{ ref('dim_department') }} {{ ref('dim_city') }}
with projects as (
    select
        city_key,
        department_key,
        year_key,
        project_key,
        sum(amount_wan) as amount_wan
    from marts.fct_funding
    where is_counted
    group by city_key, department_key, year_key, project_key
),

ranked as (
    select
        *,
        sum(amount_wan) over (partition by department_key, year_key) as total_wan,
        row_number() over (partition by department_key, year_key order by amount_wan desc, project_key) as place,
        sum(amount_wan) over (
            partition by department_key, year_key order by amount_wan desc, project_key
            rows between unbounded preceding and current row
        ) as running_wan
    from projects
)

select
    city_name,
    department_name,
    year_key as budget_year,
    count(*) as projects,
    max(total_wan) as amount_wan,
    max(project_name) filter (where place = 1) as largest_project,
    round(100 * max(ranked.amount_wan) / nullif(max(total_wan), 0), 1) as largest_percent,
    min(place) filter (where running_wan * 2 >= total_wan) as projects_with_half
from ranked
inner join marts.dim_project using (project_key)
inner join marts.dim_department using (department_key)
inner join marts.dim_city on ranked.city_key = dim_city.city_key
group by city_name, department_key, department_name, year_key
order by largest_percent desc nulls last, department_key, budget_year
