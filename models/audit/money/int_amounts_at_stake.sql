with described as (
    select * from {{ ref('int_projects_described') }}
),

executions as (
    {{ touched('fct_execution') }}
),

budgets as (
    {{ touched('fct_department_budget') }}
),

totals as (
    {{ touched('reconciliation') }}
),

-- a form of transfers prints the budget of the whole year alone
projects as (
    select
        described.document_key,
        described.project_key,
        coalesce(described.amount_wan, executions.adjusted_wan) as amount_wan
    from described
    left join executions on described.project_row_key = executions.execution_key
),

parts as (
    select
        document_key,
        amount_wan as project_wan,
        null as department_wan
    from projects
    union all
    select
        document_key,
        null as project_wan,
        amount_wan as department_wan
    from budgets
    where item = 'total'
),

documents as (
    select
        document_key,
        coalesce(sum(project_wan), sum(department_wan)) as amount_wan
    from parts
    group by document_key
),

amounts as (
    select
        'project' as amount_of,
        document_key,
        project_key as place,
        amount_wan
    from projects
    union all
    select
        'document' as amount_of,
        document_key,
        cast(0 as bigint) as place,
        amount_wan
    from documents
    union all
    select
        'total' as amount_of,
        document_key,
        char_start as place,
        coalesce(abs(difference_wan), abs(printed_wan), abs(computed_wan)) as amount_wan
    from totals
)

select
    amount_of,
    document_key,
    place,
    cast(abs(amount_wan) as decimal(18, 6)) as amount_wan
from amounts
