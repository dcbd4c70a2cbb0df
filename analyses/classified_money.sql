-- 各部门涉密项目有多少资金？
-- How much money sits in classified projects, by department?
--
-- Read: projects whose name, goals or indicators say 涉密 or 保密 or the like, what they get, and their share of the
-- department. Nobody outside can judge the targets of this money.
-- Caveat: a project without such a word is not known to be open; the words are in `seeds/classified_words.csv`.
-- 读法：名称、绩效目标或指标中出现“涉密”“保密”等字样的项目及其金额，以及占部门资金的比重。这部分资金的指标值，外部无从判断。
-- 注意：没有这些字样的项目，不等于不涉密；所用词语见 `seeds/classified_words.csv`。
-- depends_on: {{ ref('fct_funding') }} {{ ref('dim_project') }} {{ ref('dim_department') }} {{ ref('dim_city') }}
-- depends_on: {{ ref('dim_year') }}
with money as (
    select
        funding.city_key,
        funding.department_key,
        funding.year_key,
        count(distinct project_key) filter (where is_classified) as classified_projects,
        sum(amount_wan) filter (where is_classified) as classified_wan,
        sum(amount_wan) as amount_wan
    from marts.fct_funding as funding
    inner join marts.dim_project using (project_key)
    where is_counted
    group by funding.city_key, funding.department_key, funding.year_key
)

select
    city_name,
    department_name,
    budget_year,
    classified_projects,
    classified_wan,
    amount_wan,
    round(100 * classified_wan / nullif(amount_wan, 0), 2) as percent_classified
from money
inner join marts.dim_city using (city_key)
inner join marts.dim_department using (department_key)
inner join marts.dim_year using (year_key)
where classified_projects > 0
order by classified_wan desc nulls last, department_key, budget_year
