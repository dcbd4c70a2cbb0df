with goals as (
    select * from {{ ref('fct_goals') }}
),

projects as (
    select * from {{ ref('dim_project') }}
),

families as (
    select
        goals.unit_key,
        projects.project_family,
        goals.year_key as budget_year,
        max(goals.annual_goal) as annual_goal
    from goals
    inner join projects on goals.project_key = projects.project_key
    group by goals.unit_key, projects.project_family, goals.year_key
    having count(*) = 1
)

select * from families
