{{ config(meta={'touched_by': 'city_key'}) }}

with indicators as (
    select * from (
        {{ touched('fct_indicators', 'city_key') }}
    ) as printed
    where is_counted
),

departments as (
    select * from {{ ref('dim_department') }}
),

cities as (
    select * from {{ ref('dim_city') }}
),

categories as (
    select * from {{ ref('dim_category') }}
),

targets as (
    {{ touched('indicator_targets', 'city_key') }}
),

counted as (
    select
        departments.function_code,
        departments.function_name,
        indicators.city_key,
        indicators.year_key as budget_year,
        indicators.category_key,
        count(*) as indicators,
        count(*) filter (where indicators.annual_is_quantitative or indicators.cycle_is_quantitative)
            as quantitative_indicators
    from indicators
    inner join departments on indicators.department_key = departments.department_key
    group by
        departments.function_code, departments.function_name, indicators.city_key, indicators.year_key,
        indicators.category_key
),

commonest as (
    select
        *,
        sum(targets) over (partition by function_code, city_key, budget_year, category_key) as all_targets
    from targets
    qualify row_number() over (
        partition by function_code, city_key, budget_year, category_key
        order by targets desc, target_unit asc, direction asc
    ) = 1
),

profiled as (
    select
        counted.function_code,
        counted.function_name,
        counted.city_key,
        cities.city_name,
        counted.budget_year,
        counted.category_key,
        categories.level1_name,
        categories.level2_name,
        counted.indicators,
        counted.quantitative_indicators,
        cast(counted.quantitative_indicators / counted.indicators as decimal(7, 6)) as quantitative_share,
        commonest.target_unit,
        commonest.direction,
        commonest.targets as targets_in_agreement,
        cast(commonest.targets / commonest.all_targets as decimal(7, 6)) as agreement_share,
        commonest.median_target
    from counted
    inner join cities on counted.city_key = cities.city_key
    inner join categories on counted.category_key = categories.category_key
    left join commonest
        on
            counted.function_code = commonest.function_code
            and counted.city_key = commonest.city_key
            and counted.budget_year = commonest.budget_year
            and counted.category_key = commonest.category_key
)

select * from profiled
order by function_code, city_key, budget_year, category_key
