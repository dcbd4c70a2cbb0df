-- Which indicators stand with the same name and target in the most projects?
select
    indicator_name,
    annual_target,
    count(*) as indicators,
    count(distinct project_key) as projects
from fct_indicators
where indicator_name is not null and annual_target is not null
group by indicator_name, annual_target
having count(*) > 1
order by projects desc, indicators desc, indicator_name, annual_target
limit 20
