-- Of a department and a year: what its projects get, and how many they are, each once.
select
    city_key, department_key, budget_year, fen(sum(counted_wan)) as amount,
    cast(max(projects_of_year) as bigint) as projects
from documents_summed()
group by city_key, department_key, budget_year
order by city_key, department_key, budget_year
