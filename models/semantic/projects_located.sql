{{ config(meta={'touched_by': 'department_key'}) }}

with goals as (
    select * from {{ ref('fct_goals') }}
),

located as (
    select
        goal_key,
        document_key,
        city_key,
        department_key,
        unit_key,
        project_key,
        year_key,
        is_counted,
        bool_or(coalesce(annual_goal, cycle_goal) is not null) over (partition by project_key, year_key) as has_goal
    from goals
)

select * from located
