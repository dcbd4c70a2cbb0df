with source as (
    select * from {{ source('landing', 'indicator_progress') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ project_row_key() }} as project_row_key,
        {{ indicator_row_key() }} as indicator_row_key
    from source
)

select * from keyed
