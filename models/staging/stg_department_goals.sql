with source as (
    select * from {{ source('landing', 'department_goals') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ department_form_key() }} as department_goal_key
    from source
)

select * from keyed
