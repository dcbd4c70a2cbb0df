-- by when an annual goal says that something is done
with goals as (
    select
        form_key,
        {{ name_key('annual_goal') }} as said
    from {{ ref('int_forms_united') }}
    where
        form_kind in ('plan', 'department')
        and not regexp_matches({{ name_key('annual_goal') }}, {{ audit_pattern('several_years_goal') }})
),

dates as (
    select
        form_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('goal_date') }})) as date_words
    from goals
),

dated as (
    select
        form_key,
        date_words,
        cast(left(date_words, 4) as bigint) as goal_date_year,
        -- 2000年前建成 tells of what there is; a month is that of a plan
        regexp_matches(date_words, '月.*前') as is_planned
    from dates
)

select
    form_key,
    max(goal_date_year) as last_goal_year,
    max(date_words) as last_goal_date,
    min(case when is_planned then goal_date_year end) as first_goal_year,
    min(case when is_planned then date_words end) as first_goal_date
from dated
group by form_key
