with performance as (
    select * from {{ ref('int_performance_audited') }}
),

indicators as (
    select * from {{ ref('int_indicators_audited') }}
),

executions as (
    select * from {{ ref('int_executions_united') }}
)

select
    performance.*,
    indicators.level2_code,
    indicators.is_unit_cost_name,
    indicators.annual_wan as cost_target_wan,
    case performance.actual_unit
        when '元' then performance.actual_value * 0.0001
        when '万元' then performance.actual_value
        when '亿元' then performance.actual_value * 10000
    end as actual_wan,
    regexp_full_match(indicators.name_text, {{ audit_pattern('money_execution_name') }}) as is_execution_of_all,
    regexp_full_match(indicators.name_text, {{ audit_pattern('money_left_name') }}) as is_left_of_all,
    executions.budget_wan as initial_wan,
    executions.adjusted_wan,
    executions.executed_wan,
    executions.computed_rate,
    100 * executions.executed_wan / nullif(executions.budget_wan, 0) as initial_rate,
    completions.completion_words,
    completions.completion_due,
    completions.is_right as completion_is_right,
    dates.dated_words,
    dates.is_said_later,
    adjusted.initial_target,
    adjusted.is_lowered,
    -- a weight that lacks in the hundred is raised itself
    left_out.is_not_scored and not coalesce(indicators.is_left_out, false) as is_not_scored,
    left_out.scored_indicators,
    shares.counts_words,
    shares.share_due,
    shares.share_differs,
    numbered.number_words,
    numbered.number_differs,
    -- as much less money, or a word on it, tells why less was asked for
    executions.adjusted_wan < executions.budget_wan * 0.97
    and coalesce(executions.adjusted_wan <= executions.budget_wan * (adjusted.kept_share + 0.03), true)
    or coalesce(regexp_matches(forms.achieved_goal, '调整|调减|核减|压减|变更'), false) as is_lowering_told
from performance
inner join indicators on performance.subject_key = indicators.subject_key
left join executions on performance.form_key = executions.form_key
left join {{ ref('int_forms_united') }} as forms on performance.form_key = forms.form_key
left join {{ ref('int_completions_printed') }} as completions on performance.subject_key = completions.subject_key
left join {{ ref('int_dates_said') }} as dates on performance.subject_key = dates.subject_key
left join {{ ref('int_targets_adjusted') }} as adjusted on performance.subject_key = adjusted.subject_key
left join {{ ref('int_scores_left_out') }} as left_out on performance.subject_key = left_out.subject_key
left join {{ ref('int_shares_counted') }} as shares on performance.subject_key = shares.subject_key
left join {{ ref('int_reasons_numbered') }} as numbered on performance.subject_key = numbered.subject_key
order by performance.subject_key
