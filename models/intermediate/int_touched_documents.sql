with documents as (
    select * from {{ ref('stg_documents') }}
),

departments as (
    select * from {{ ref('int_departments_keyed') }}
),

last_batch as (
    select max(batch_id) as batch_id from {{ source('landing', 'batches') }}
),

changed as (
    select documents.document_id
    from documents
    inner join last_batch on documents.batch_id = last_batch.batch_id
    union all
    select supersessions.document_id
    from {{ source('landing', 'supersessions') }} as supersessions
    inner join last_batch on supersessions.batch_id = last_batch.batch_id
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
        documents.batch_id = last_batch.batch_id as is_new
    from documents
    inner join departments on documents.document_id = departments.document_id
    cross join last_batch
    {% if var('touched_only', false) %}
        where departments.department_key in (select changed_departments.department_key from changed_departments)
    {% endif %}
)

select * from touched
