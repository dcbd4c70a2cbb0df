-- 哪些指标在多个项目间照抄？
-- Which indicators are copied across projects?
--
-- Read: the same name with the same annual target in several projects, the most projects first; `units` tells
-- copying within a unit from a form that everybody fills in alike.
-- Caveat: some sameness is right: 服务对象满意度 ≥90% is a standard. Ask where the projects do different things.
-- 读法：三级指标名称和年度指标值都相同、出现在多个项目中的指标，项目多的在前。“单位数”为 1，是一个单位内部照抄；大于 1，往往是各单位照同一格式填报。
-- 注意：有些相同是合理的，如服务对象满意度 ≥90% 是通行标准。项目内容不同而指标相同的，才需要追问。
-- depends_on: {{ ref('fct_indicators') }} {{ ref('fct_funding') }}
with money as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan
    from marts.fct_funding
    where is_counted
    group by document_key, project_key
),

used as (
    select
        document_key,
        project_key,
        unit_key,
        indicator_name,
        annual_target
    from marts.fct_indicators
    where is_counted and indicator_name is not null and annual_target is not null
    group by all
)

select
    indicator_name,
    annual_target,
    count(*) as projects,
    count(distinct unit_key) as units,
    count(distinct document_key) as documents,
    sum(amount_wan) as amount_wan
from used
left join money using (document_key, project_key)
group by indicator_name, annual_target
having count(*) > 1
order by projects desc, units desc, indicator_name, annual_target
limit 20
