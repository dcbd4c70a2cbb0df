with costs as (
    select
        limits.*,
        limits.indicator_name || ' ' || scores.actual as spent_words,
        case scores.actual_unit
            when '元' then scores.actual_value * 0.0001
            when '万元' then scores.actual_value
            when '亿元' then scores.actual_value * 10000
        end as actual_wan
    from {{ ref('int_costs_limited') }} as limits
    left join {{ ref('int_scores_united') }} as scores on limits.subject_key = scores.subject_key
    where not limits.is_called_whole
)

select
    form_key,
    try_cast(sum(annual_wan) as decimal(18, 6)) as costs_wan,
    try_cast(max(annual_wan) as decimal(18, 6)) as largest_cost_wan,
    string_agg(cost_words, '、' order by indicator_seq) as costs_words,
    string_agg(cost_words, ', ' order by indicator_seq) as costs_words_en,
    case when count(actual_wan) = count(*) then try_cast(sum(actual_wan) as decimal(18, 6)) end as costs_spent_wan,
    string_agg(spent_words, '、' order by indicator_seq) as costs_spent_words
from costs
group by form_key
having count(*) > 1
