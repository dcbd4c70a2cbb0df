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

directed as (
    select
        departments.function_code,
        indicators.city_key,
        indicators.year_key as budget_year,
        indicators.category_key,
        coalesce(indicators.annual_unit, '') as target_unit,
        case
            when indicators.annual_operator in ('>=', '>') then 'at_least'
            when indicators.annual_operator in ('<=', '<') then 'at_most'
            when indicators.annual_operator = '=' then 'exactly'
            when indicators.annual_operator = '~' then 'about'
            else 'between'
        end as direction,
        case when indicators.annual_operator != 'between' then indicators.annual_value end as target
    from indicators
    inner join departments on indicators.department_key = departments.department_key
    where indicators.annual_is_quantitative
),

summed as (
    select
        function_code,
        city_key,
        budget_year,
        category_key,
        target_unit,
        direction,
        count(*) as targets,
        min(target) as least_target,
        cast(median(target) as decimal(28, 8)) as median_target,
        max(target) as greatest_target
    from directed
    group by function_code, city_key, budget_year, category_key, target_unit, direction
)

select * from summed
order by function_code, city_key, budget_year, category_key, target_unit, direction
