with documents as (
    select * from {{ ref('stg_documents') }}
),

departments as (
    select * from {{ ref('int_departments_keyed') }}
),

changed as (
    select documents.document_id
    from documents
    where documents.batch_id > {{ built_batch() }}
    union all
    select supersessions.document_id
    from {{ source('landing', 'supersessions') }} as supersessions
    where supersessions.batch_id > {{ built_batch() }}
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
        cast(documents.city_code as bigint) as city_key
    from documents
    inner join departments on documents.document_id = departments.document_id
    where departments.department_key in (select changed_departments.department_key from changed_departments)
)

{# A run of some models takes up nothing. -#}
{% if execute and builds_what_is_new() and not runs_all_models() and load_relation(this) is not none -%}
    select * from {{ this }}
{%- else -%}
    select * from touched
{%- endif %}
