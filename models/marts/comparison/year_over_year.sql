{{ config(meta={'touched_by': 'city_key'}) }}

with yearly as (
    select * from {{ ref('int_functions_funded') }}
),

years as (
    select * from {{ ref('int_departments_counted') }}
),

like_for_like as (
    select * from {{ ref('int_amounts_matched') }}
),

compared as (
    select
        yearly.*,
        previous.amount_wan as previous_amount_wan,
        yearly.amount_wan - previous.amount_wan as change_wan,
        like_for_like.amount_wan as like_for_like_amount_wan,
        like_for_like.previous_amount_wan as like_for_like_previous_wan,
        like_for_like.amount_wan - like_for_like.previous_amount_wan as like_for_like_change_wan,
        years.departments,
        years.departments_in_both,
        years.earlier_budget_year,
        coalesce(years.earlier_budget_year = yearly.budget_year - 1, false) as has_previous_year
    from yearly
    inner join years
        on
            yearly.city_key = years.city_key
            and yearly.function_code = years.function_code
            and yearly.budget_year = years.budget_year
    left join yearly as previous
        on
            yearly.city_key = previous.city_key
            and yearly.function_code = previous.function_code
            and yearly.funding_source_code = previous.funding_source_code
            and yearly.budget_year = previous.budget_year + 1
    left join like_for_like
        on
            yearly.city_key = like_for_like.city_key
            and yearly.function_code = like_for_like.function_code
            and yearly.funding_source_key = like_for_like.funding_source_key
            and yearly.budget_year = like_for_like.budget_year
),

rated as (
    select
        city_key,
        city_name,
        function_code,
        function_name,
        funding_source_code,
        budget_year,
        amount_wan,
        previous_amount_wan,
        cast(change_wan as decimal(18, 6)) as change_wan,
        {{ ratio('change_wan', 'previous_amount_wan') }} as change_ratio,
        has_previous_year,
        case
            when not has_previous_year then 'no_document'
            when previous_amount_wan is null then 'no_amount'
            else 'published'
        end as previous_year_status,
        earlier_budget_year,
        departments,
        departments_in_both,
        cast(like_for_like_amount_wan as decimal(18, 6)) as like_for_like_amount_wan,
        cast(like_for_like_previous_wan as decimal(18, 6)) as like_for_like_previous_wan,
        cast(like_for_like_change_wan as decimal(18, 6)) as like_for_like_change_wan,
        {{ ratio('like_for_like_change_wan', 'like_for_like_previous_wan') }} as like_for_like_change_ratio,
        projects,
        indicators
    from compared
)

select * from rated
order by city_key, function_code, funding_source_code, budget_year
