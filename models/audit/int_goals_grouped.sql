with goals as (
    {{ touched('fct_goals') }}
),

projects as (
    {{ touched_projects() }}
),

texts as (
    select * from {{ ref('int_projects_counted') }}
),

families as (
    select
        goals.unit_key,
        projects.project_family,
        goals.year_key as budget_year,
        max(goals.annual_goal) as annual_goal,
        max(texts.signature) as signature
    from goals
    inner join projects on goals.project_key = projects.project_key
    inner join texts on goals.goal_key = texts.goal_key
    group by goals.unit_key, projects.project_family, goals.year_key
    having count(*) = 1
)

select * from families
