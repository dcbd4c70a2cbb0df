{{ config(materialized='incremental', meta={'touched_by': 'batch_id'}) }}

with departments as (
    select * from {{ ref('int_departments_resolved') }}
),

keys as (
    select
        place_code,
        official_key,
        min(document_id) as department_key
    from departments
    group by place_code, official_key
),

keyed as (
    select
        departments.*,
        keys.department_key
    from departments
    inner join keys on departments.place_code = keys.place_code and departments.official_key = keys.official_key
    {{ where_new() }}
)

select * from keyed
