with years as (
    select
        make_date(cast(min(budget_year) as integer), 1, 1) as first_day,
        make_date(cast(max(budget_year) as integer), 12, 31) as last_day
    from {{ ref('dim_year') }}
),

days as (
    select cast(unnest(generate_series(first_day, last_day, interval 1 day)) as date) as date_day
    from years
)

select * from days
