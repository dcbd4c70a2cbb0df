with executions as (
    select * from {{ ref('stg_executions') }}
    where measure != 'total'
),

located as (
    select * from {{ ref('int_projects_located') }}
),

sources as (
    select * from {{ ref('funding_sources') }}
),

facts as (
    select
        executions.project_row_key * 10 + sources.funding_source_key as execution_by_source_key,
        located.document_key,
        located.city_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        sources.funding_source_key,
        executions.budget_wan,
        executions.adjusted_wan,
        executions.executed_wan,
        executions.execution_rate,
        executions.page,
        executions.line,
        executions.char_start,
        executions.char_end
    from executions
    inner join located on executions.project_row_key = located.project_row_key
    inner join sources on executions.measure = sources.funding_source_code
)

select * from facts
order by document_key, project_key, funding_source_key
