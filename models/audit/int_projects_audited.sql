with goals as (
    {{ touched('fct_goals') }}
),

texts as (
    select * from {{ ref('int_projects_counted') }}
),

projects as (
    {{ touched_projects() }}
),

units as (
    select
        *,
        count(*) over (partition by department_key) as department_units
    from {{ ref('dim_unit') }}
    {{ where_touched('department_key') }}
),

funding as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan,
        max(amount_printed) filter (where is_repaired) as repaired_printed
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
),

other_units as (
    select
        goals.goal_key,
        max(others.unit_name) as other_unit_name
    from goals
    inner join projects on goals.project_key = projects.project_key
    inner join units on goals.unit_key = units.unit_key
    inner join units as others
        on
            units.department_key = others.department_key
            and units.unit_key != others.unit_key
            and starts_with({{ name_key('projects.project_name') }}, {{ name_key('others.unit_name') }})
            and not starts_with({{ name_key('projects.project_name') }}, {{ name_key('units.unit_name') }})
    group by goals.goal_key
),

subjects as (
    select
        goals.goal_key as subject_key,
        goals.document_key,
        goals.project_key,
        cast(null as bigint) as indicator_key,
        goals.year_key as budget_year,
        units.unit_name,
        units.department_units as document_units,
        other_units.other_unit_name,
        projects.project_name,
        projects.is_classified,
        funding.amount_wan,
        funding.repaired_printed,
        goals.annual_goal,
        goals.cycle_goal,
        coalesce(goals.cycle_end_year > goals.cycle_start_year, false) as is_multi_year,
        {{ name_key('goals.annual_goal') }} = {{ name_key('goals.cycle_goal') }} as goals_equal,
        previous.annual_goal as previous_goal,
        texts.signature,
        previous.signature as previous_signature,
        texts.indicators,
        texts.output_indicators,
        texts.benefit_indicators,
        texts.satisfaction_indicators,
        texts.cost_indicators,
        texts.document_uses_cost,
        texts.same_goal,
        texts.same_indicators,
        goals.page,
        goals.line,
        goals.char_start,
        goals.char_end
    from goals
    inner join texts on goals.goal_key = texts.goal_key
    inner join projects on goals.project_key = projects.project_key
    inner join units on goals.unit_key = units.unit_key
    left join funding on goals.document_key = funding.document_key and goals.project_key = funding.project_key
    left join other_units on goals.goal_key = other_units.goal_key
    left join {{ ref('int_goals_grouped') }} as previous
        on
            goals.unit_key = previous.unit_key
            and projects.project_family = previous.project_family
            and goals.year_key = previous.budget_year + 1
)

select * from subjects
order by subject_key
