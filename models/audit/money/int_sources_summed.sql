with lines as (
    select
        document_key,
        project_key,
        1 as sources,
        budget_wan,
        adjusted_wan,
        executed_wan
    from {{ ref('fct_execution_by_source') }}
    {{ where_touched() }}
    union all
    select
        document_key,
        project_key,
        2 as sources,
        budget_wan,
        adjusted_wan,
        executed_wan
    from {{ ref('int_executions_divided') }}
),

summed as (
    select
        document_key,
        project_key,
        sum(sources) as sources,
        cast(sum(budget_wan) as decimal(18, 6)) as sources_budget_wan,
        cast(sum(adjusted_wan) as decimal(18, 6)) as sources_adjusted_wan,
        cast(sum(executed_wan) as decimal(18, 6)) as sources_executed_wan
    from lines
    group by document_key, project_key
)

select * from summed
