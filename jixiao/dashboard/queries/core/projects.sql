-- Projects of a unit and year, each once, however often it is printed.
select department_key, year_key as budget_year, count(*) as projects
from marts.fct_goals
where is_counted
group by department_key, year_key
order by department_key, year_key
