{{ config(materialized='table') }}

with sources as (
    select * from {{ ref('funding_sources') }}
)

select
    funding_source_key,
    funding_source_code,
    funding_source_name
from sources
order by funding_source_key
