-- costs in money of a plan: the one of all, and the others
with costs as (
    select
        indicators.form_key,
        indicators.subject_key,
        indicators.indicator_name,
        indicators.annual_target,
        indicators.annual_wan,
        indicators.annual_operator,
        regexp_full_match(indicators.name_text, {{ audit_pattern('cost_of_all') }}) as is_whole
    from {{ ref('int_indicators_described') }} as indicators
    inner join {{ ref('dim_category') }} as categories on indicators.category_key = categories.category_key
    where
        indicators.form_kind = 'plan'
        and (
            categories.level1_code = '4' and categories.level2_code not in ('42', '43') or categories.level2_code = '14'
        )
        and indicators.annual_wan > 0
        and indicators.annual_operator in ('=', '<=', '<')
        and not indicators.is_unit_cost_name
        and not regexp_matches(indicators.name_text, '[每均单]|标准')
)

select
    form_key,
    max(case when is_whole then indicator_name || '：' || annual_target end) as whole_cost_words,
    max(case when is_whole then annual_wan end) as whole_cost_wan,
    sum(case when not is_whole then annual_wan end) as parted_costs_wan,
    string_agg(case when not is_whole then annual_target end, '、' order by subject_key) as parted_costs,
    bool_and(annual_operator = '=') as costs_are_exact
from costs
group by form_key
having count(case when is_whole then 1 end) = 1 and count(case when not is_whole then 1 end) > 1
