with source as (
    select * from {{ source('landing', 'said_totals') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ place_key('document_id', 'said_seq') }} as said_total_key
    from source
)

select * from keyed
