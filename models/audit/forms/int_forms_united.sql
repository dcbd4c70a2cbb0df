with goals as (
    {{ touched('fct_goals') }}
),

department_goals as (
    {{ touched('fct_department_goals') }}
),

funding as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan,
        bool_and(is_proved) as is_proved
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
),

plans as (
    select
        goals.goal_key as form_key,
        'plan' as form_kind,
        goals.document_key,
        goals.department_key,
        goals.unit_key,
        goals.project_key,
        goals.year_key as budget_year,
        goals.annual_goal,
        goals.cycle_goal,
        goals.cycle_start_year,
        goals.cycle_end_year,
        cast(null as varchar) as achieved_goal,
        funding.amount_wan,
        greatest(funding.amount_wan, printed.printed_wan) as largest_wan,
        coalesce(funding.is_proved, false) as is_proved,
        {{ place_columns('goals') }}
    from goals
    left join funding on goals.document_key = funding.document_key and goals.project_key = funding.project_key
    left join {{ ref('int_totals_printed') }} as printed
        on goals.document_key = printed.document_key and goals.project_key = printed.project_key
),

evaluations as (
    select
        execution_key as form_key,
        'evaluation' as form_kind,
        document_key,
        department_key,
        unit_key,
        project_key,
        year_key as budget_year,
        annual_goal,
        cycle_goal,
        cast(null as bigint) as cycle_start_year,
        cast(null as bigint) as cycle_end_year,
        achieved_goal,
        coalesce(adjusted_wan, budget_wan) as amount_wan,
        greatest(adjusted_wan, budget_wan) as largest_wan,
        true as is_proved,
        {{ place_columns() }}
    from {{ ref('fct_execution') }}
    {{ where_touched() }}
),

departments as (
    select
        {{ department_form_subject_key('department_goals.document_key', 'department_goals.form_seq') }} as form_key,
        'department' as form_kind,
        department_goals.document_key,
        department_goals.department_key,
        cast(null as bigint) as unit_key,
        cast(null as bigint) as project_key,
        department_goals.year_key as budget_year,
        department_goals.annual_goal,
        department_goals.cycle_goal,
        cast(null as bigint) as cycle_start_year,
        cast(null as bigint) as cycle_end_year,
        department_goals.achieved_goal,
        summed.total_wan as amount_wan,
        summed.total_wan as largest_wan,
        coalesce(summed.is_proved, false) as is_proved,
        {{ place_columns('department_goals') }}
    from department_goals
    left join {{ ref('int_departments_summed') }} as summed
        on
            summed.form_key
            = {{ department_form_subject_key('department_goals.document_key', 'department_goals.form_seq') }}
),

united as (
    select * from plans
    union all
    select * from evaluations
    union all
    select * from departments
)

select * from united
