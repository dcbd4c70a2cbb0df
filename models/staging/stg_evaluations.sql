with source as (
    select * from {{ source('landing', 'evaluations') }}
),

keyed as (
    select
        *,
        {{ project_row_key() }} as project_row_key
    from source
)

select * from keyed
