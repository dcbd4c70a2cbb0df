with totals as (
    {{ touched('fct_department_budget') }}
),

united as (
    select
        execution_key as form_key,
        document_key,
        project_key,
        budget_wan,
        adjusted_wan,
        executed_wan,
        execution_rate,
        computed_rate,
        execution_weight,
        execution_score,
        total_score,
        grade,
        {{ place_columns() }}
    from {{ ref('fct_execution') }}
    {{ where_touched() }}
    union all
    select
        {{ department_form_subject_key('goals.document_key', 'goals.form_seq') }} as form_key,
        goals.document_key,
        cast(null as bigint) as project_key,
        cast(null as decimal(18, 6)) as budget_wan,
        totals.amount_wan as adjusted_wan,
        totals.executed_wan,
        cast(null as decimal(18, 4)) as execution_rate,
        cast(100 * totals.executed_wan / nullif(totals.amount_wan, 0) as decimal(18, 4)) as computed_rate,
        cast(null as decimal(28, 8)) as execution_weight,
        cast(null as decimal(28, 8)) as execution_score,
        goals.total_score,
        cast(null as varchar) as grade,
        {{ place_columns('goals') }}
    from ({{ touched('fct_department_goals') }}) as goals
    left join totals
        on goals.document_key = totals.document_key and goals.form_seq = totals.form_seq and totals.item = 'total'
)

select * from united
