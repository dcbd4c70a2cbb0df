with documents as (
    select * from {{ ref('stg_documents') }}
),

supersessions as (
    select * from {{ source('landing', 'supersessions') }}
),

current_documents as (
    select documents.*
    from documents
    where documents.document_id not in (select supersessions.document_id from supersessions)
)

select * from current_documents
