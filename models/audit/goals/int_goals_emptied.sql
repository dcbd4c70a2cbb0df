with goals as (
    select
        form_key,
        {{ name_key('coalesce(annual_goal, cycle_goal)') }} as goal_text,
        {{ listed_name('project_name') }} as stem
    from {{ ref('int_projects_audited') }}
    where coalesce(annual_goal, cycle_goal) is not null
),

-- what is left of a goal without words that any goal may have
emptied as (
    select
        form_key,
        regexp_replace(goal_text, {{ audit_pattern('empty_goal_word') }}, '', 'g') = ''
        or regexp_full_match(goal_text, {{ audit_pattern('none_declared') }}) as is_empty,
        length(stem) > 3
        and contains(goal_text, stem)
        and regexp_replace(replace(goal_text, stem, ''), {{ audit_pattern('empty_goal_word') }}, '', 'g') = ''
            as is_name_alone
    from goals
)

select * from emptied
