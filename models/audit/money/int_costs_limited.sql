select
    indicators.form_key,
    indicators.subject_key,
    indicators.indicator_seq,
    indicators.indicator_name,
    indicators.indicator_name || ' ' || indicators.annual_target as cost_words,
    indicators.name_text,
    indicators.annual_wan,
    indicators.is_whole_cost_name or coalesce(indicators.is_whole_cost_limit, false) as is_called_whole
from {{ ref('int_indicators_described') }} as indicators
inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
where
    indicators.form_kind != 'department'
    and categories.level2_code in ('14', '40', '41')
    and indicators.annual_operator in ('=', '<=', '<')
    and indicators.annual_wan > 0
    and not indicators.is_unit_cost_name
    and not indicators.is_saving_name
    and not indicators.is_entitlement_name
    and not indicators.is_rate_name
