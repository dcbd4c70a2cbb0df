with funding as (
    select * from (
        {{ touched('fct_funding', 'city_key') }}
    ) as printed
    where is_counted
),

departments as (
    select * from {{ ref('dim_department') }}
),

cities as (
    select * from {{ ref('dim_city') }}
),

funding_sources as (
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
        funding_sources.funding_source_key,
        funding_sources.funding_source_code,
        funding.year_key as budget_year,
        cast(sum(funding.amount_wan) as decimal(18, 6)) as amount_wan,
        count(distinct funding.project_key) as projects,
        cast(coalesce(sum(counts.indicators), 0) as bigint) as indicators
    from funding
    inner join departments on funding.department_key = departments.department_key
    inner join cities on funding.city_key = cities.city_key
    inner join funding_sources on funding.funding_source_key = funding_sources.funding_source_key
    left join counts
        on funding.document_key = counts.document_key and funding.project_key = counts.project_key
    group by
        cities.city_key, cities.city_name, departments.function_code, departments.function_name,
        funding_sources.funding_source_key, funding_sources.funding_source_code, funding.year_key
)

select * from yearly
