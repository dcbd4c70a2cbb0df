with source as (
    select * from {{ source('landing', 'funding_levels') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ project_row_key() }} as project_row_key,
        {{ funding_level_key() }} as funding_level_key
    from source
)

select * from keyed
