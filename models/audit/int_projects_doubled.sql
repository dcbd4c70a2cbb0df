with projects as (
    select * from {{ ref('int_projects_audited') }}
),

forms as (
    select
        *,
        {{ name_key('project_name') }} as name_text,
        {{ name_key("coalesce(annual_goal, cycle_goal, '')") }} as goal_text
    from projects
),

-- in one table, where no form is printed again
listed_again as (
    select distinct
        document_key,
        project_key
    from ({{ touched('reading_issues') }}) as issues
    where code = 'project_repeated'
),

-- what is known beside the subjects: joined to their keys first, and to their many columns once
beside as (
    select
        forms.subject_key as known_subject_key,
        forms.name_text,
        forms.goal_text,
        bool_or(listed_again.project_key is not null) over alike as is_listed_again,
        count(*) over alike as same_projects,
        min(forms.amount_wan) over alike as least_wan,
        max(forms.amount_wan) over alike as most_wan
    from forms
    left join listed_again
        on forms.document_key = listed_again.document_key and forms.project_key = listed_again.project_key
    window alike as (
        partition by
            forms.document_key,
            forms.form_kind,
            forms.unit_key,
            forms.name_text,
            forms.goal_text,
            forms.signature
    )
)

select
    projects.*,
    beside.*
from projects
inner join beside on projects.subject_key = beside.known_subject_key
order by projects.subject_key
