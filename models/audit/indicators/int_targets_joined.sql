with indicators as (
    {{ touched('fct_indicators') }}
),

joined as (
    select
        document_key,
        2 * count(*) filter (where annual_start = name_end) > count(annual_start) as is_joined
    from indicators
    group by document_key
)

select * from joined
