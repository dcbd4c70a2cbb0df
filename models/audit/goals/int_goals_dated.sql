with goals as (
    select
        form_key,
        budget_year,
        regexp_extract({{ name_key('annual_goal') }}, {{ audit_pattern('goal_year') }}, 1) as first_year,
        -- accounts and audits are of the year before
        case
            when not regexp_matches({{ name_key('annual_goal') }}, {{ audit_pattern('work_on_other_year') }})
                then regexp_extract({{ name_key('annual_goal') }}, {{ audit_pattern('goal_year_behind') }}, 1)
        end as verb_year,
        regexp_extract({{ name_key('annual_goal') }}, {{ audit_pattern('goal_deadline') }}, 1) as due_year
    from {{ ref('int_forms_united') }}
    where annual_goal is not null and not contains(annual_goal, cast(budget_year as varchar) || '年')
),

dated as (
    select
        form_key,
        coalesce(
            try_cast(nullif(first_year, '') as bigint),
            try_cast(nullif(verb_year, '') as bigint),
            -- a day of a later year is of a project that goes on
            case when try_cast(nullif(due_year, '') as bigint) < budget_year then cast(due_year as bigint) end
        ) as goal_year
    from goals
)

select * from dated
where goal_year is not null
