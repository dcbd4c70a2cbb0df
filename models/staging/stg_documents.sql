with source as (
    select * from {{ source('landing', 'documents') }}
),

keyed as (
    select
        *,
        document_id as document_key,
        {{ organisation_key('department_name') }} as department_match_key
    from source
)

select * from keyed
