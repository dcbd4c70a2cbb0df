{{ config(meta={'touched_by': 'city_key'}) }}

with indicators as (
    select * from (
        {{ touched('fct_indicators', 'city_key') }}
    ) as printed
    where indicator_name != ''
),

counted as (
    select
        city_key,
        indicator_name,
        count(distinct project_key) as projects
    from indicators
    group by city_key, indicator_name
),

latest as (
    select
        city_key,
        indicator_name,
        document_key,
        project_key,
        year_key
    from indicators
    qualify row_number() over (
        partition by city_key, indicator_name order by year_key desc, document_key desc, project_key desc
    ) = 1
)

select
    counted.city_key,
    counted.indicator_name,
    counted.projects,
    latest.year_key as last_year_key,
    latest.document_key as last_document_key,
    latest.project_key as last_project_key
from counted
inner join latest on counted.city_key = latest.city_key and counted.indicator_name = latest.indicator_name
order by counted.city_key, counted.indicator_name
