with goals as (
    select * from {{ ref('stg_department_goals') }}
),

documents as (
    {{ touched('dim_document') }}
),

facts as (
    select
        goals.department_goal_key,
        documents.document_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        goals.form_seq,
        goals.annual_goal,
        goals.cycle_goal,
        goals.achieved_goal,
        goals.total_score,
        goals.particulars,
        goals.page,
        goals.line,
        goals.char_start,
        goals.char_end
    from goals
    inner join documents on goals.document_id = documents.document_key
)

select * from facts
order by department_goal_key
