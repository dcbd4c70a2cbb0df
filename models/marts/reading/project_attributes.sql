with attributes as (
    select * from {{ ref('stg_attributes') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
),

described as (
    select
        located.document_key,
        located.project_key,
        attributes.attribute,
        attributes.value,
        attributes.measure,
        attributes.page,
        attributes.line,
        attributes.char_start,
        attributes.char_end
    from attributes
    inner join located on attributes.project_row_key = located.project_row_key
)

select * from described
order by document_key, char_start
