with source as (
    select * from {{ source('landing', 'printed_totals') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ unit_row_key() }} as unit_row_key,
        {{ project_row_key() }} as project_row_key
    from source
)

select * from keyed
