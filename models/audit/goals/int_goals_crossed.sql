with things as (
    select
        subject_key,
        form_key,
        form_kind,
        document_key,
        project_name,
        project_family,
        thing,
        {{ character_pairs('thing') }} as thing_pairs,
        {{ character_pairs(name_key('project_name')) }} as name_pairs,
        {{ character_pairs('own_words') }} as own_pairs
    from (
        select
            *,
            regexp_replace({{ name_key('project_name') }}, {{ audit_pattern('common_word') }}, '', 'g') as own_words
        from {{ ref('int_things_named') }}
    ) as named
    where length(thing) > 1
),

goals as (
    select
        form_key,
        {{ character_pairs(name_key('annual_goal')) }} as goal_pairs
    from {{ ref('int_forms_united') }}
    where annual_goal is not null and form_kind != 'department'
),

-- a goal that says nothing of its name or of what its form measures
foreign_goals as (
    select
        things.form_key,
        max(goals.goal_pairs) as goal_pairs,
        max(things.document_key) as document_key,
        max(things.form_kind) as form_kind,
        max(things.project_family) as project_family
    from things
    inner join goals on things.form_key = goals.form_key
    group by things.form_key
    having
        count(*) > 1
        and not bool_or(
            array_length(list_intersect(things.thing_pairs, goals.goal_pairs)) > 0
            or array_length(list_intersect(things.own_pairs, goals.goal_pairs)) > 0
        )
),

-- and all that two indicators of another project measure, or one and its name
found as (
    select
        own.form_key,
        others.project_name as crossed_project_name,
        count(distinct others.thing) as things,
        max(array_length(list_intersect(others.name_pairs, own.goal_pairs))) as name_pairs
    from foreign_goals as own
    inner join things as others
        on
            own.document_key = others.document_key
            and own.form_kind = others.form_kind
            and own.project_family != others.project_family
            and array_length(list_intersect(others.thing_pairs, own.goal_pairs)) = array_length(others.thing_pairs)
    where length(others.thing) > 2
    group by own.form_key, others.project_name
)

select
    form_key,
    min(crossed_project_name) as crossed_project_name
from found
where things > 1 or name_pairs > 2
group by form_key
having count(*) = 1
