with costs as (
    select
        indicators.form_key,
        indicators.indicator_seq,
        indicators.indicator_name || ' ' || indicators.annual_target as cost_words,
        indicators.indicator_name || ' ' || scores.actual as spent_words,
        indicators.annual_wan,
        case scores.actual_unit
            when '元' then scores.actual_value * 0.0001
            when '万元' then scores.actual_value
            when '亿元' then scores.actual_value * 10000
        end as actual_wan
    from {{ ref('int_indicators_described') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    left join {{ ref('int_scores_united') }} as scores on indicators.subject_key = scores.subject_key
    where
        indicators.form_kind != 'department'
        and categories.level2_code in ('14', '40', '41')
        and indicators.annual_operator in ('=', '<=', '<')
        and indicators.annual_wan > 0
        and not indicators.is_unit_cost_name
        and not indicators.is_whole_cost_name
        and not coalesce(indicators.is_whole_cost_limit, false)
        and not indicators.is_saving_name
        and not indicators.is_entitlement_name
        and not indicators.is_rate_name
)

select
    form_key,
    cast(sum(annual_wan) as decimal(18, 6)) as costs_wan,
    cast(max(annual_wan) as decimal(18, 6)) as largest_cost_wan,
    string_agg(cost_words, '、' order by indicator_seq) as costs_words,
    string_agg(cost_words, ', ' order by indicator_seq) as costs_words_en,
    case when count(actual_wan) = count(*) then cast(sum(actual_wan) as decimal(18, 6)) end as costs_spent_wan,
    string_agg(spent_words, '、' order by indicator_seq) as costs_spent_words
from costs
group by form_key
having count(*) > 1
