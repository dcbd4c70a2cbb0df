with documents as (
    select * from {{ ref('stg_documents') }}
),

departments as (
    select * from {{ ref('int_departments_keyed') }}
),

changed as (
    select documents.document_id
    from documents
    where documents.batch_id > {{ var('built_batch', 0) }}
    union all
    select supersessions.document_id
    from {{ source('landing', 'supersessions') }} as supersessions
    where supersessions.batch_id > {{ var('built_batch', 0) }}
),

changed_departments as (
    select departments.department_key
    from changed
    inner join departments on changed.document_id = departments.document_id
    group by departments.department_key
),

touched as (
    select
        documents.document_id,
        documents.document_id as document_key,
        departments.department_key,
        cast(documents.city_code as bigint) as city_key,
        documents.batch_id > {{ var('built_batch', 0) }} as is_new
    from documents
    inner join departments on documents.document_id = departments.document_id
    {% if var('built_batch', 0) %}
        where departments.department_key in (select changed_departments.department_key from changed_departments)
    {% endif %}
)

select * from touched
