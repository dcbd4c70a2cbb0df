with forms as (
    select
        form_key,
        form_kind,
        document_key,
        project_name,
        project_family,
        {{ listed_name('project_name') }} as stem,
        regexp_replace({{ listed_name('project_name') }}, {{ audit_pattern('common_word') }}, '', 'g') as own_words,
        names_text
    from {{ ref('int_forms_worded') }}
),

goals as (
    select
        form_key,
        {{ name_key('annual_goal') }} as goal_text
    from {{ ref('int_forms_united') }}
    where annual_goal is not null
),

-- a goal that says the name of another project of the file
named as (
    select
        own.form_key,
        own.own_words,
        goals.goal_text,
        other.project_name as other_project_name
    from forms as own
    inner join goals on own.form_key = goals.form_key
    inner join forms as other
        on
            own.document_key = other.document_key
            and own.form_kind = other.form_kind
            and own.project_family != other.project_family
    where
        length(other.stem) > 4
        and contains(goals.goal_text, other.stem)
        and not contains(own.stem, other.stem)
        and not contains(other.stem, own.stem)
),

pairs as (
    select
        form_key,
        goal_text,
        other_project_name,
        unnest({{ character_pairs('own_words') }}) as pair
    from named
    where length(own_words) > 1
)

select
    form_key,
    min(other_project_name) as other_goal_name
from pairs
where length(pair) = 2
group by form_key
-- and nothing of its own
having not bool_or(contains(goal_text, pair))
