with named as (
    select * from {{ ref('int_things_named') }}
),

forms as (
    select * from {{ ref('int_forms_worded') }}
),

-- a name of exactly two projects: what many print is nobody's own
alone as (
    select
        own.subject_key,
        min(other.subject_key) as other_key
    from named as own
    inner join named as other
        on
            own.document_key = other.document_key
            and own.form_kind = other.form_kind
            and own.name_text = other.name_text
            and own.project_family != other.project_family
    group by own.subject_key
    having count(*) = 1
),

-- names that the other form prints too say nothing of whose they are
pairs_of_forms as (
    select distinct
        own.form_key,
        other.form_key as other_form_key
    from alone
    inner join named as own on alone.subject_key = own.subject_key
    inner join named as other on alone.other_key = other.subject_key
),

own_names as (
    select
        pairs_of_forms.form_key,
        pairs_of_forms.other_form_key,
        string_agg(own.name_text, '。' order by own.subject_key) as names_text
    from pairs_of_forms
    inner join named as own on pairs_of_forms.form_key = own.form_key
    left join named as other
        on pairs_of_forms.other_form_key = other.form_key and own.name_text = other.name_text
    where other.subject_key is null
    group by pairs_of_forms.form_key, pairs_of_forms.other_form_key
),

shared as (
    select
        own.subject_key,
        own.thing,
        {{ name_key('other_form.goal_text') }} as other_goal,
        own.target_text = other.target_text
        and not own.is_count
        and not regexp_matches(own.name_text, '满意|知晓|政策|宣传') as is_alike,
        own_form.goal_text || '。' || coalesce(own_names.names_text, '') as form_text,
        other.project_name as other_project_name,
        -- what is counted alike may stand anywhere in the other form; what is done, and who is satisfied, in its name
        case
            when own.is_count and own.target_text = other.target_text
                then other_form.goal_text || '。' || replace(other_form.names_text, other.name_text, '')
            else {{ name_key('other.project_name') }}
        end as other_text
    from alone
    inner join named as own on alone.subject_key = own.subject_key
    inner join named as other on alone.other_key = other.subject_key
    inner join forms as own_form on own.form_key = own_form.form_key
    inner join forms as other_form on other.form_key = other_form.form_key
    left join own_names on own.form_key = own_names.form_key and other.form_key = own_names.other_form_key
),

pairs as (
    select
        subject_key,
        other_project_name,
        form_text,
        other_text,
        other_goal,
        is_alike,
        unnest({{ character_pairs('thing') }}) as pair
    from shared
    where length(thing) > 1
),

compared as (
    select
        subject_key,
        max(other_project_name) as other_project_name,
        not bool_or(contains(form_text, pair))
        and (
            bool_or(contains(other_text, pair))
            -- or the goal of the other says it at some length, with the same target
            or bool_and(is_alike) and count(case when contains(other_goal, pair) then 1 end) > 2
        ) as is_borrowed
    from pairs
    where length(pair) = 2
    group by subject_key
)

select * from compared
