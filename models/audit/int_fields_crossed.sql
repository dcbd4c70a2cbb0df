with named as (
    select
        *,
        replace(goal_text, {{ name_key('project_name') }}, '') as goals_alone,
        -- 带教师资 are physicians, 环境卫生 is no medicine
        regexp_replace(name_text, {{ audit_pattern('no_field_word') }}, '', 'g') as name_alone
    from {{ ref('int_things_named') }}
),

-- the fields of work that each text speaks of
spoken as (
    select
        subject_key,
        form_text,
        {{ fields_spoken_of('name_alone') }} as indicator_fields,
        {{ fields_spoken_of('project_name') }} as project_fields,
        {{ fields_spoken_of('goals_alone') }} as goal_fields,
        {{ fields_spoken_of('form_text') }} as form_fields,
        count(*) over (partition by form_key) as form_indicators
    from named
),

-- a project that name and goals put into one field, and one indicator of one field
crossed as (
    select
        subject_key,
        not contains(form_fields, indicator_fields) as is_of_other_field
    from spoken
    where
        length(indicator_fields) = 1
        and length(project_fields) = 1
        and project_fields = goal_fields
        and form_indicators > 3
)

select * from crossed
