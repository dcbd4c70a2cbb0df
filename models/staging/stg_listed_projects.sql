with source as (
    select * from {{ source('landing', 'listed_projects') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ listed_project_key() }} as listed_project_key,
        {{ listed_name('project_name') }} as listed_name
    from source
)

select * from keyed
