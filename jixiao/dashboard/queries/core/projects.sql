-- Projects of a unit and year: one that several documents of the year print counts once.
select department_key, year_key as budget_year, count(distinct project_key) as projects
from marts.fct_goals
group by department_key, year_key
order by department_key, year_key
