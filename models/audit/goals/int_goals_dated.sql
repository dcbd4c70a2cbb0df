with goals as (
    select
        form_key,
        budget_year,
        regexp_extract({{ name_key('annual_goal') }}, {{ audit_pattern('goal_year') }}, 1) as first_year,
        regexp_extract({{ name_key('annual_goal') }}, {{ audit_pattern('goal_deadline') }}, 1) as due_year
    from {{ ref('int_forms_united') }}
    where annual_goal is not null and not contains(annual_goal, cast(budget_year as varchar) || '年')
),

dated as (
    select
        form_key,
        coalesce(
            try_cast(nullif(first_year, '') as bigint),
            -- a day of a later year is of a project that goes on
            case when try_cast(nullif(due_year, '') as bigint) < budget_year then cast(due_year as bigint) end
        ) as goal_year
    from goals
)

select * from dated
where goal_year is not null
