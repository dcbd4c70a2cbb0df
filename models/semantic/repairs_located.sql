with repairs as (
    select * from {{ ref('number_repairs') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

located as (
    select
        repairs.document_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        repairs.level,
        repairs.measure
    from repairs
    inner join documents on repairs.document_key = documents.document_key
)

select * from located
