with costs as (
    select
        indicators.form_key,
        indicators.indicator_seq,
        indicators.indicator_name || ' ' || indicators.annual_target as cost_words,
        indicators.annual_wan
    from {{ ref('int_indicators_described') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    where
        indicators.form_kind = 'plan'
        and categories.level2_code in ('14', '40', '41')
        and indicators.annual_operator in ('=', '<=', '<')
        and indicators.annual_wan > 0
        and not indicators.is_unit_cost_name
        and not indicators.is_whole_cost_name
        and not indicators.is_saving_name
        and not indicators.is_entitlement_name
        and not indicators.is_rate_name
)

select
    form_key,
    cast(sum(annual_wan) as decimal(18, 6)) as costs_wan,
    cast(max(annual_wan) as decimal(18, 6)) as largest_cost_wan,
    string_agg(cost_words, '、' order by indicator_seq) as costs_words,
    string_agg(cost_words, ', ' order by indicator_seq) as costs_words_en
from costs
group by form_key
having count(*) > 1
