with forms as (
    select
        *,
        {{ name_key('project_name') }} as name_text,
        {{ name_key("coalesce(annual_goal, cycle_goal, '')") }} as goal_text
    from {{ ref('int_projects_audited') }}
),

subjects as (
    select
        *,
        count(*) over alike as same_projects,
        min(amount_wan) over alike as least_wan,
        max(amount_wan) over alike as most_wan
    from forms
    window alike as (partition by document_key, form_kind, unit_key, name_text, goal_text, signature)
)

select * from subjects
order by subject_key
