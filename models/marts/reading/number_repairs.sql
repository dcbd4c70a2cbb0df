with repairs as (
    select * from {{ ref('stg_repairs') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

units as (
    {{ touched('int_units_keyed', 'department_key') }}
),

projects as (
    select * from {{ ref('int_projects_located') }}
),

located as (
    select
        documents.document_key,
        units.unit_key,
        projects.project_key,
        repairs.level,
        repairs.measure,
        repairs.printed,
        repairs.repaired_wan,
        repairs.proof,
        repairs.page,
        repairs.line,
        repairs.char_start,
        repairs.char_end
    from repairs
    inner join documents on repairs.document_id = documents.document_id
    left join units on repairs.unit_row_key = units.unit_row_key
    left join projects on repairs.project_row_key = projects.project_row_key
)

select * from located
order by document_key, page, line, measure
