{{ config(meta={'touched_by': 'city_key'}) }}

with goals as (
    {{ touched('fct_goals', 'city_key') }}
),

funding as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan
    from {{ ref('fct_funding') }}
    {{ where_touched('city_key') }}
    group by document_key, project_key
),

totals as (
    select
        reconciliation.document_key,
        reconciliation.project_key,
        bool_and(reconciliation.reconciles) as reconciles
    from {{ ref('reconciliation') }} as reconciliation
    inner join goals
        on reconciliation.document_key = goals.document_key and reconciliation.project_key = goals.project_key
    where reconciliation.level = 'project'
    group by reconciliation.document_key, reconciliation.project_key
),

departments as (
    select * from {{ ref('dim_department') }}
),

cities as (
    select * from {{ ref('dim_city') }}
),

counts as (
    select * from {{ ref('int_indicators_counted') }}
),

summed as (
    select
        departments.function_code,
        departments.function_name,
        goals.year_key as budget_year,
        cities.city_key,
        cities.city_name,
        cast(coalesce(sum(funding.amount_wan) filter (where goals.is_counted), 0) as decimal(18, 6)) as amount_wan,
        cast(coalesce(sum(funding.amount_wan) filter (where not goals.is_counted), 0) as decimal(18, 6))
            as amount_again_wan,
        count(*) filter (where goals.is_counted) as projects,
        cast(coalesce(sum(counts.indicators), 0) as bigint) as indicators,
        cast(coalesce(sum(counts.indicators), 0) / count(*) filter (where goals.is_counted) as decimal(12, 4))
            as indicators_per_project,
        cast(sum(counts.quantitative_indicators) / sum(counts.indicators) as decimal(7, 6)) as quantitative_share,
        cast(count(*) filter (where totals.reconciles) / nullif(count(totals.reconciles), 0) as decimal(7, 6))
            as reconciled_share
    from goals
    inner join departments on goals.department_key = departments.department_key
    inner join cities on goals.city_key = cities.city_key
    left join funding on goals.document_key = funding.document_key and goals.project_key = funding.project_key
    left join counts
        on
            goals.document_key = counts.document_key
            and case when goals.is_counted then goals.project_key end = counts.project_key
    left join totals on goals.document_key = totals.document_key and goals.project_key = totals.project_key
    group by
        departments.function_code, departments.function_name, goals.year_key, cities.city_key, cities.city_name
)

select * from summed
order by function_code, budget_year, city_key
