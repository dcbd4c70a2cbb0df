with projects as (
    select * from {{ ref('stg_projects') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
),

evaluations as (
    select * from {{ ref('stg_evaluations') }}
),

facts as (
    select
        located.project_row_key as goal_key,
        located.document_key,
        located.city_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        projects.annual_goal,
        projects.cycle_goal,
        projects.cycle_start_year,
        projects.cycle_end_year,
        projects.reply,
        located.is_counted,
        projects.page,
        projects.line,
        projects.char_start,
        projects.char_end,
        projects.annual_goal_start,
        projects.annual_goal_end,
        projects.cycle_goal_start,
        projects.cycle_goal_end
    from projects
    inner join located on projects.project_row_key = located.project_row_key
    where projects.project_row_key not in (select evaluations.project_row_key from evaluations)
)

select * from facts
order by department_key, goal_key
