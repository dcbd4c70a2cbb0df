with evaluations as (
    select * from {{ ref('stg_evaluations') }}
),

executions as (
    select * from {{ ref('int_executions_summed') }}
),

projects as (
    select * from {{ ref('stg_projects') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
),

facts as (
    select
        evaluations.project_row_key as execution_key,
        located.document_key,
        located.city_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        executions.budget_wan,
        executions.adjusted_wan,
        executions.executed_wan,
        executions.execution_rate,
        executions.computed_rate,
        executions.weight as execution_weight,
        executions.score as execution_score,
        executions.reason as execution_reason,
        evaluations.total_weight,
        evaluations.total_score,
        evaluations.grade,
        projects.annual_goal,
        projects.cycle_goal,
        evaluations.achieved_goal,
        located.is_counted,
        executions.budget_printed,
        executions.adjusted_printed,
        executions.executed_printed,
        executions.execution_rate_printed,
        evaluations.total_score_printed,
        coalesce(executions.page, evaluations.page) as page,
        coalesce(executions.line, evaluations.line) as line,
        coalesce(executions.char_start, evaluations.char_start) as char_start,
        coalesce(executions.char_end, evaluations.char_end) as char_end
    from evaluations
    inner join located on evaluations.project_row_key = located.project_row_key
    inner join projects on evaluations.project_row_key = projects.project_row_key
    left join executions on evaluations.project_row_key = executions.project_row_key
)

select * from facts
order by execution_key
