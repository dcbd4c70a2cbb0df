with executions as (
    select * from {{ ref('stg_executions') }}
    where measure != 'total'
),

located as (
    select * from {{ ref('int_projects_located') }}
),

funding_sources as (
    select * from {{ ref('funding_sources') }}
),

facts as (
    select
        {{ project_source_key('executions.project_row_key', 'funding_sources.funding_source_key') }}
            as execution_by_source_key,
        located.document_key,
        located.city_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        funding_sources.funding_source_key,
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
    inner join funding_sources on executions.measure = funding_sources.funding_source_code
)

select * from facts
order by document_key, project_key, funding_source_key
