-- what a form says in 万元 beside the money that it prints: 28万元 and 280000
with printed as (
    select
        form_key,
        amount_wan
    from {{ ref('int_amounts_printed') }}
    where amount_wan > 0
),

texts as (
    select
        form_key,
        unnest(regexp_extract_all(
            {{ name_key("concat_ws('。', annual_goal, achieved_goal)") }}, '[0-9][0-9,]*(?:[.][0-9]+)?万元'
        )) as words
    from {{ ref('int_forms_united') }}
),

said as (
    select
        form_key,
        words,
        {{ wan_said('words') }} as said_wan
    from texts
    union all
    select
        form_key,
        annual_target as words,
        annual_wan as said_wan
    from {{ ref('int_indicators_described') }}
    where annual_wan > 0 and not is_unit_cost_name
    union all
    select
        form_key,
        count_target || '×' || cost_target as words,
        product_wan as said_wan
    from {{ ref('int_costs_multiplied') }}
    where product_wan > 0
    union all
    select
        form_key,
        cast(cast(amount_wan as decimal(18, 2)) as varchar) || '万元' as words,
        amount_wan as said_wan
    from printed
),

-- below 万元 it is a price, and 1200 stands for 1200元 and 1200万元 by chance
slipped as (
    select
        said.form_key,
        min(said.words) as slipped_words,
        max(printed.amount_wan) as slipped_wan
    from said
    inner join printed on said.form_key = printed.form_key
    where
        said.said_wan >= 1
        and abs(printed.amount_wan - 10000 * cast(said.said_wan as decimal(28, 6))) < printed.amount_wan * 0.0001
    group by said.form_key
)

select * from slipped
