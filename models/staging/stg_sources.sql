with source as (
    select * from {{ source('landing', 'sources') }}
    {{ where_touched('document_id') }}
)

select * from source
