{{ config(materialized='table') }}

with categories as (
    select * from {{ ref('indicator_categories') }}
),

keyed as (
    select
        category_code as category_key,
        level1_code,
        level1_name,
        level2_code,
        level2_name,
        framework
    from categories
)

select * from keyed
order by category_key
