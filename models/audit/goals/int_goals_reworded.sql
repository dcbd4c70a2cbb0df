-- goals without a number, alike but for a word or two: of one wording, whatever the projects do
with projects as (
    {{ touched_projects() }}
),

goals as (
    select
        forms.form_key,
        forms.form_kind,
        forms.document_key,
        projects.project_name,
        projects.project_family,
        translate({{ name_key('forms.annual_goal') }}, ',;.:、。', '') as goal_text
    from {{ ref('int_forms_united') }} as forms
    inner join projects on forms.project_key = projects.project_key
    where not regexp_matches({{ name_key('forms.annual_goal') }}, '[0-9]')
),

pairs as (
    select
        own.form_key,
        other.project_name as other_project_name
    from goals as own
    inner join goals as other
        on
            own.document_key = other.document_key
            and own.form_kind = other.form_kind
            and own.project_family != other.project_family
            and own.goal_text != other.goal_text
            and left(own.goal_text, 4) = left(other.goal_text, 4)
            and right(own.goal_text, 8) = right(other.goal_text, 8)
    where
        length(own.goal_text) >= 20
        and abs(length(own.goal_text) - length(other.goal_text)) <= 4
        -- the characters that stand in one of both alone
        and 8 * length(translate(own.goal_text, other.goal_text, '')) <= length(own.goal_text)
        and 8 * length(translate(other.goal_text, own.goal_text, '')) <= length(other.goal_text)
)

select
    form_key,
    min(other_project_name) as reworded_project_name
from pairs
group by form_key
