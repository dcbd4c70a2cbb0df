with executions as (
    {{ touched('fct_execution') }}
),

scores as (
    select
        document_key,
        project_key,
        sum(weight) as indicator_weights,
        sum(score) as indicator_scores,
        bool_and(weight is not null) as all_weighted,
        bool_and(score is not null) as all_scored
    from {{ ref('fct_performance') }}
    {{ where_touched() }}
    group by document_key, project_key
),

subjects as (
    select
        executions.execution_key as subject_key,
        executions.document_key,
        executions.project_key,
        cast(null as bigint) as indicator_key,
        coalesce(executions.adjusted_wan, executions.budget_wan) as budget_wan,
        executions.executed_wan,
        executions.execution_rate,
        executions.computed_rate,
        executions.execution_weight,
        executions.execution_score,
        executions.total_score,
        scores.indicator_weights,
        scores.indicator_scores,
        scores.all_weighted,
        scores.all_scored,
        executions.page,
        executions.line,
        executions.char_start,
        executions.char_end
    from executions
    left join scores
        on executions.document_key = scores.document_key and executions.project_key = scores.project_key
)

select * from subjects
order by subject_key
