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

clauses as (
    select
        form_key,
        unnest(regexp_extract_all({{ name_key('annual_goal') }}, '[^。;]+')) as clause
    from {{ ref('int_forms_united') }}
    where annual_goal is not null and not contains(annual_goal, cast(budget_year as varchar) || '年')
),

-- 目标4：完成2023年生产托管任务 among others; what is built in one year may be of the plan of another
inside as (
    select
        form_key,
        max(
            try_cast(nullif(regexp_extract(clause, {{ audit_pattern('clause_year') }}, 1), '') as bigint)
        ) as inside_year
    from clauses
    where
        not regexp_matches(clause, {{ audit_pattern('work_on_other_year') }})
        and not regexp_matches(clause, {{ audit_pattern('work_carried_over') }})
    group by form_key
),

dated as (
    select
        goals.form_key,
        coalesce(
            try_cast(nullif(goals.first_year, '') as bigint),
            try_cast(nullif(goals.verb_year, '') as bigint),
            -- a day of a later year is of a project that goes on
            case
                when try_cast(nullif(goals.due_year, '') as bigint) < goals.budget_year
                    then cast(goals.due_year as bigint)
            end,
            case when inside.inside_year < goals.budget_year then inside.inside_year end
        ) as goal_year
    from goals
    left join inside on goals.form_key = inside.form_key
)

select * from dated
where goal_year is not null
