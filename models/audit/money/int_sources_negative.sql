with funding as (
    {{ touched('fct_funding') }}
),

executions as (
    {{ touched('fct_execution_by_source') }}
),

amounts as (
    select
        document_key,
        project_key,
        amount_wan
    from funding
    union all
    select
        document_key,
        project_key,
        least(budget_wan, adjusted_wan, executed_wan) as amount_wan
    from executions
),

negative as (
    select
        document_key,
        project_key,
        min(amount_wan) as negative_wan
    from amounts
    where amount_wan < 0
    group by document_key, project_key
)

select * from negative
