with source as (
    select * from {{ source('landing', 'department_tasks') }}
    {{ where_touched('document_id') }}
),

keyed as (
    select
        *,
        {{ department_part_key('task_seq') }} as department_task_key
    from source
)

select * from keyed
