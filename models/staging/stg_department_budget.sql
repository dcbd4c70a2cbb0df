with source as (
    select * from {{ source('landing', 'department_budget') }}
    {{ where_touched('document_id') }}
),

numbered as (
    select
        *,
        row_number() over (partition by document_id, form_seq order by char_start, item) as item_seq
    from source
),

keyed as (
    select
        *,
        {{ department_part_key('item_seq') }} as department_budget_key
    from numbered
)

select * from keyed
