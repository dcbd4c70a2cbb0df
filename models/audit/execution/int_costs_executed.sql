with costs as (
    select
        scores.subject_key,
        united.form_key,
        scores.actual_value * case scores.actual_unit
            when '元' then 0.0001
            when '万元' then 1
            when '亿元' then 10000
        end as cost_wan
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as united on scores.subject_key = united.subject_key
    where
        scores.actual_is_quantitative
        and regexp_matches({{ name_key('scores.indicator_name') }}, {{ audit_pattern('whole_cost_limit') }})
        and not regexp_matches({{ name_key('scores.indicator_name') }}, {{ audit_pattern('saving_name') }})
)

-- a cost above the budget is of several years, or other money paid it too
select
    costs.subject_key,
    cast(costs.cost_wan as decimal(18, 6)) as cost_wan,
    totals.executed_wan
from costs
inner join {{ ref('int_executions_united') }} as totals on costs.form_key = totals.form_key
where
    costs.cost_wan > 0
    and totals.executed_wan is not null
    and costs.cost_wan <= 1.05 * coalesce(totals.adjusted_wan, totals.budget_wan)
