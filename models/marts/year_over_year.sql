with funding as (
    select * from {{ ref('fct_funding') }}
),

departments as (
    select * from {{ ref('dim_department') }}
),

cities as (
    select * from {{ ref('dim_city') }}
),

sources as (
    select * from {{ ref('dim_funding_source') }}
),

counts as (
    select * from {{ ref('int_indicators_counted') }}
),

yearly as (
    select
        cities.city_key,
        cities.city_name,
        departments.function_code,
        departments.function_name,
        sources.funding_source_code,
        funding.year_key as budget_year,
        cast(sum(funding.amount_wan) as decimal(18, 6)) as amount_wan,
        count(*) as projects,
        cast(coalesce(sum(counts.indicators), 0) as bigint) as indicators
    from funding
    inner join departments on funding.department_key = departments.department_key
    inner join cities on funding.city_key = cities.city_key
    inner join sources on funding.funding_source_key = sources.funding_source_key
    left join counts
        on funding.document_key = counts.document_key and funding.project_key = counts.project_key
    group by
        cities.city_key, cities.city_name, departments.function_code, departments.function_name,
        sources.funding_source_code, funding.year_key
),

compared as (
    select
        yearly.city_key,
        yearly.city_name,
        yearly.function_code,
        yearly.function_name,
        yearly.funding_source_code,
        yearly.budget_year,
        yearly.amount_wan,
        previous.amount_wan as previous_amount_wan,
        cast(yearly.amount_wan - previous.amount_wan as decimal(18, 6)) as change_wan,
        cast(
            cast(yearly.amount_wan - previous.amount_wan as double) / nullif(cast(previous.amount_wan as double), 0)
            as decimal(18, 6)
        ) as change_ratio,
        previous.budget_year is not null as has_previous_year,
        yearly.projects,
        yearly.indicators
    from yearly
    left join yearly as previous
        on
            yearly.city_key = previous.city_key
            and yearly.function_code = previous.function_code
            and yearly.funding_source_code = previous.funding_source_code
            and yearly.budget_year = previous.budget_year + 1
)

select * from compared
order by city_key, function_code, funding_source_code, budget_year
