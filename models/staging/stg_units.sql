with source as (
    select * from {{ source('landing', 'units') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ unit_row_key() }} as unit_row_key,
        {{ organisation_key('unit_name') }} as unit_match_key
    from source
)

select * from keyed
