{{ config(materialized='table') }}

with funding_sources as (
    select
        funding_source_key,
        funding_source_code,
        funding_source_name
    from {{ ref('funding_sources') }}
)

select * from funding_sources
order by funding_source_key
