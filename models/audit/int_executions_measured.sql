with executions as (
    {{ touched('fct_execution') }}
),

measured as (
    select
        executions.document_key,
        executions.project_key,
        measures.measure,
        case measures.measure
            when 'budget' then executions.budget_wan
            when 'adjusted' then executions.adjusted_wan
            else executions.executed_wan
        end as total_wan,
        case measures.measure
            when 'budget' then executions.budget_printed
            when 'adjusted' then executions.adjusted_printed
            else executions.executed_printed
        end as total_printed
    from executions
    cross join (values ('budget'), ('adjusted'), ('executed')) as measures (measure)
)

select * from measured
