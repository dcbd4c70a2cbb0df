with things as (
    select
        subject_key,
        form_key,
        form_kind,
        document_key,
        project_name,
        project_family,
        name_text,
        thing
    from {{ ref('int_things_named') }}
    where length(thing) > 1
),

goals as (
    select
        form_key,
        {{ name_key('annual_goal') }} as goal_text
    from {{ ref('int_forms_united') }}
    where annual_goal is not null and form_kind != 'department'
),

-- a goal that says nothing of its name or of what its form measures
foreign_goals as (
    select
        things.form_key,
        max(goals.goal_text) as goal_text,
        max(things.document_key) as document_key,
        max(things.form_kind) as form_kind,
        max(things.project_family) as project_family
    from things
    inner join goals on things.form_key = goals.form_key
    group by things.form_key
    having
        count(*) > 1
        and not bool_or(
            array_length(list_intersect({{ character_pairs('things.thing') }}, {{ character_pairs('goals.goal_text') }}))
            > 0
            or array_length(list_intersect(
                {{ character_pairs("regexp_replace(" ~ name_key('things.project_name') ~ ", " ~ audit_pattern('common_word') ~ ", '', 'g')") }},
                {{ character_pairs('goals.goal_text') }}
            )) > 0
        )
),

-- and all that two indicators of another project measure
found as (
    select
        own.form_key,
        others.project_name as crossed_project_name
    from foreign_goals as own
    inner join things as others
        on
            own.document_key = others.document_key
            and own.form_kind = others.form_kind
            and own.project_family != others.project_family
            and array_length(list_intersect({{ character_pairs('others.thing') }}, {{ character_pairs('own.goal_text') }}))
            = array_length({{ character_pairs('others.thing') }})
    where length(others.thing) > 2
    group by own.form_key, others.project_name
    having count(distinct others.thing) > 1
)

select
    form_key,
    min(crossed_project_name) as crossed_project_name
from found
group by form_key
having count(*) = 1
