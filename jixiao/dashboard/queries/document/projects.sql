-- The projects of plans and those of self-evaluations.
with evaluated as (
    select
        document_key, project_key, unit_key, annual_goal, annual_goal_start, annual_goal_end, cycle_goal,
        cycle_goal_start, cycle_goal_end, cycle_start_year, cycle_end_year, reply, printed.page, printed.line,
        printed.char_start, printed.char_end, true as is_counted
    from (select document_key, project_key, unit_key, execution_key from marts.fct_execution)
    inner join landing.projects as printed on execution_key = project_row_key(document_id, project_seq)
),

projects as (
    select * from evaluated
    union all by name
    select
        document_key, project_key, unit_key, annual_goal, annual_goal_start, annual_goal_end, cycle_goal,
        cycle_goal_start, cycle_goal_end, cycle_start_year, cycle_end_year, reply, page, line, char_start, char_end,
        is_counted
    from marts.fct_goals
)

select
    document_key, project_key, projects.unit_key, unit_name as unit, project_name as name, is_classified, annual_goal,
    annual_goal_start, annual_goal_end, cycle_goal, cycle_goal_start, cycle_goal_end, cycle_start_year, cycle_end_year,
    reply, page, line, char_start as "start", char_end as "end", is_counted
from projects
inner join marts.dim_project using (project_key)
inner join marts.dim_unit on projects.unit_key = dim_unit.unit_key
order by document_key, char_start, project_key
