with source as (
    select * from {{ source('landing', 'department_indicators') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ department_part_key('indicator_seq') }} as department_indicator_key
    from source
)

select * from keyed
