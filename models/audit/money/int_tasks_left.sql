with noted as (
    select document_id as document_key
    from {{ ref('stg_sources') }}
    where regexp_matches(replace(replace(text, chr(11), ''), ' ', ''), {{ audit_pattern('not_listed_note') }})
)

-- what the tasks of a department, all of them projects, leave of its project expenditure: budgeted and executed
select
    summed.form_key,
    summed.project_wan - summed.tasks_wan as left_wan,
    cast(summed.tasks_wan / nullif(summed.project_wan, 0) as decimal(18, 6)) as tasks_share,
    summed.project_executed_wan - summed.tasks_executed_wan as left_executed_wan,
    cast(summed.tasks_executed_wan / nullif(summed.project_executed_wan, 0) as decimal(18, 6)) as executed_share
from {{ ref('int_departments_summed') }} as summed
left join noted on summed.document_key = noted.document_key
where
    summed.tasks_are_projects
    and summed.tasks_wan is not null
    and summed.project_wan is not null
    -- a note says that some are not listed
    and noted.document_key is null
