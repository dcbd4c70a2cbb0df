select
    document_key, project_key, goals.unit_key, unit_name as unit, project_name as name, is_classified, annual_goal,
    annual_goal_start, annual_goal_end, cycle_goal, cycle_goal_start, cycle_goal_end, cycle_start_year, cycle_end_year,
    reply, page, line, char_start as "start", char_end as "end"
from marts.fct_goals as goals
inner join marts.dim_project using (project_key)
inner join marts.dim_unit on goals.unit_key = dim_unit.unit_key
order by document_key, char_start, project_key
