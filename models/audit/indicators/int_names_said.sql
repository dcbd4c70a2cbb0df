-- Texts are joined to few rows and held by none: those of a whole corpus are more than memory holds.
with shared as (
    select
        own.subject_key,
        alone.other_key,
        own.thing,
        {{ name_key('other_form.goal_text') }} as other_goal,
        own.target_text = other.target_text
        and not own.is_count
        and not regexp_matches(own.name_text, '满意|知晓|政策|宣传') as is_alike,
        other.project_name as other_project_name,
        -- what is counted alike may stand anywhere in the other form; what is done, and who is satisfied, in its name
        case
            when own.is_count and own.target_text = other.target_text
                then other_form.goal_text || '。' || replace(other_form.names_text, other.name_text, '')
            else {{ name_key('other.project_name') }}
        end as other_text
    from {{ ref('int_names_alone') }} as alone
    inner join {{ ref('int_things_named') }} as own on alone.subject_key = own.subject_key
    inner join {{ ref('int_things_named') }} as other on alone.other_key = other.subject_key
    inner join {{ ref('int_forms_worded') }} as other_form on other.form_key = other_form.form_key
    where length(own.thing) > 1
),

pairs as (
    select
        subject_key,
        other_key,
        other_project_name,
        other_text,
        other_goal,
        is_alike,
        unnest({{ character_pairs('thing') }}) as pair
    from shared
),

said as (
    select
        subject_key,
        max(other_key) as other_key,
        max(other_project_name) as other_project_name,
        bool_or(contains(other_text, pair))
        -- or the goal of the other says it at some length, with the same target
        or bool_and(is_alike) and count(case when contains(other_goal, pair) then 1 end) > 2 as is_said
    from pairs
    group by subject_key
)

select * from said
