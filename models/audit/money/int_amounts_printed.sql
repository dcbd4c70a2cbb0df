with funding as (
    {{ touched('fct_funding') }}
),

executions as (
    {{ touched('fct_execution') }}
),

sources as (
    {{ touched('fct_execution_by_source') }}
),

goals as (
    {{ touched('fct_goals') }}
),

plans as (
    select
        goals.goal_key as form_key,
        funding.amount_wan
    from goals
    inner join funding on goals.document_key = funding.document_key and goals.project_key = funding.project_key
),

lines as (
    select
        execution_key as form_key,
        budget_wan,
        adjusted_wan,
        executed_wan
    from executions
    union all
    select
        executions.execution_key as form_key,
        sources.budget_wan,
        sources.adjusted_wan,
        sources.executed_wan
    from sources
    inner join executions
        on sources.document_key = executions.document_key and sources.project_key = executions.project_key
),

evaluations as (
    select
        lines.form_key,
        {{ of_measure('lines') }} as amount_wan
    from lines
    cross join {{ measures() }}
),

printed as (
    select * from plans
    union all
    select * from evaluations
    union all
    select
        form_key,
        amount_wan
    from {{ ref('int_forms_united') }}
    union all
    select
        form_key,
        largest_wan as amount_wan
    from {{ ref('int_forms_united') }}
)

select distinct
    form_key,
    amount_wan
from printed
where amount_wan is not null
