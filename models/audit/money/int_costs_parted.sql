with costs as (
    select
        indicators.form_key,
        indicators.indicator_seq,
        indicators.indicator_name || ' ' || indicators.annual_target as cost_words,
        indicators.annual_wan,
        -- the whole is called so, and is the money of the project
        regexp_matches(indicators.name_text, {{ audit_pattern('whole_cost_item') }})
        and abs(indicators.annual_wan - forms.amount_wan) <= 0.01 as is_whole
    from {{ ref('int_indicators_described') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    inner join {{ ref('int_forms_united') }} as forms on indicators.form_key = forms.form_key
    where
        indicators.form_kind != 'department'
        and categories.level2_code in ('14', '40', '41')
        and indicators.annual_operator in ('=', '<=', '<')
        and indicators.annual_wan > 0
        and not indicators.is_unit_cost_name
        and not indicators.is_saving_name
        and not indicators.is_entitlement_name
        and not indicators.is_rate_name
)

select
    form_key,
    max(case when is_whole then cost_words end) as whole_words,
    cast(max(case when is_whole then annual_wan end) as decimal(18, 6)) as whole_wan,
    cast(sum(case when not is_whole then annual_wan end) as decimal(18, 6)) as parts_wan,
    string_agg(case when not is_whole then cost_words end, '、' order by indicator_seq) as parts_words
from costs
group by form_key
having count(case when is_whole then 1 end) = 1 and count(case when not is_whole then 1 end) > 1
