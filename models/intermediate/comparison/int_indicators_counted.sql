{{ config(materialized='incremental') }}

with indicators as (
    {{ touched('fct_indicators') }}
),

counted as (
    select
        document_key,
        project_key,
        count(*) as indicators,
        count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative_indicators
    from indicators
    group by document_key, project_key
)

select * from counted
