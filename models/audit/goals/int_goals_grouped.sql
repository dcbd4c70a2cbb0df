with goals as (
    select * from {{ ref('int_forms_united') }}
    where form_kind = 'plan'
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
        goals.budget_year,
        max(goals.form_key) as form_key,
        max(goals.annual_goal) as annual_goal,
        max(goals.amount_wan) as amount_wan,
        max(texts.signature) as signature
    from goals
    inner join projects on goals.project_key = projects.project_key
    inner join texts on goals.form_key = texts.form_key
    group by goals.unit_key, projects.project_family, goals.budget_year
    having count(*) = 1
)

select * from families
