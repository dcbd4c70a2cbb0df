with source as (
    select * from {{ source('landing', 'printed_totals') }}
),

keyed as (
    select
        *,
        {{ unit_row_key() }} as unit_row_key,
        {{ project_row_key() }} as project_row_key
    from source
)

select * from keyed
