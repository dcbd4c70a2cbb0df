with departments as (
    select * from {{ ref('int_departments_published') }}
),

funding as (
    select
        department_key,
        funding_source_key,
        year_key as budget_year,
        sum(amount_wan) filter (where is_counted) as amount_wan
    from {{ ref('fct_funding') }}
    {{ where_touched('city_key') }}
    group by department_key, funding_source_key, year_key
),

in_both as (
    select
        later.city_key,
        later.function_code,
        later.department_key,
        later.budget_year
    from departments as later
    inner join departments as earlier
        on later.department_key = earlier.department_key and later.budget_year = earlier.budget_year + 1
),

amounts as (
    select
        in_both.city_key,
        in_both.function_code,
        funding.funding_source_key,
        in_both.budget_year,
        case when funding.budget_year = in_both.budget_year then funding.amount_wan else 0 end as amount_wan,
        case when funding.budget_year < in_both.budget_year then funding.amount_wan else 0 end as previous_amount_wan
    from in_both
    inner join funding
        on
            in_both.department_key = funding.department_key
            and funding.budget_year in (in_both.budget_year, in_both.budget_year - 1)
),

summed as (
    select
        city_key,
        function_code,
        funding_source_key,
        budget_year,
        sum(amount_wan) as amount_wan,
        sum(previous_amount_wan) as previous_amount_wan
    from amounts
    group by city_key, function_code, funding_source_key, budget_year
)

select * from summed
