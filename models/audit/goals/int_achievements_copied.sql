with forms as (
    select
        form_key,
        document_key,
        project_key,
        {{ name_key('annual_goal') }} as goal_text,
        {{ name_key('achieved_goal') }} as achieved_text
    from {{ ref('int_forms_united') }}
    where form_kind = 'evaluation' and achieved_goal is not null
),

projects as (
    {{ touched_projects() }}
),

-- 全部完成 may be said of any project; numbers are of one: of that whose goal has most of the words
counted as (
    select
        *,
        length(translate(achieved_text, goal_text, '')) as other_words
    from forms
    where
        regexp_matches(achieved_text, '[0-9]')
        and not regexp_matches(achieved_text, {{ audit_pattern('prompt_line') }})
)

select
    own.form_key,
    min(projects.project_name) as copied_project_name
from counted as own
inner join counted as other
    on
        own.document_key = other.document_key
        and own.achieved_text = other.achieved_text
        and own.project_key != other.project_key
        and own.goal_text != other.goal_text
        and own.other_words > other.other_words
inner join projects on other.project_key = projects.project_key
group by own.form_key
