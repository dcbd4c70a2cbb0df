{{ config(materialized='table') }}

with documents as (
    select * from {{ ref('int_documents_current') }}
),

plans as (
    select * from {{ ref('five_year_plans') }}
),

years as (
    select budget_year from documents
    group by budget_year
),

planned as (
    select
        years.budget_year as year_key,
        years.budget_year,
        plans.plan_name
    from years
    left join plans on years.budget_year between plans.first_year and plans.last_year
)

select * from planned
order by year_key
