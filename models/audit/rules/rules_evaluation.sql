with judged as (
    select
        {{ subject_columns() }},
        score is not null and weight > 0 and target_met is not null as applies,
        score >= weight and not target_met as is_hit,
        score_in_words as message
    from {{ subjects_of('full_score_target_missed', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        score is not null and weight > 0 and target_met is not null as applies,
        score = 0 and target_met as is_hit,
        score_in_words as message
    from {{ subjects_of('zero_score_target_met', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        score is not null and weight is not null as applies,
        score > weight as is_hit,
        score_in_words as message
    from {{ subjects_of('score_above_weight', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        score < weight as applies,
        not has_reason as is_hit,
        score_in_words as message
    from {{ subjects_of('shortfall_without_reason', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicator_weights > 0 and all_weighted as applies,
        case
            when execution_weight is null then indicator_weights not in (threshold, threshold - 10)
            else indicator_weights + execution_weight != threshold
        end as is_hit,
        '指标分值合计 ' || indicator_weights::decimal(18, 2) || '，执行率分值 '
        || coalesce(execution_weight::decimal(18, 2)::varchar, '未印') as message
    from {{ subjects_of('weights_not_hundred', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        total_score is not null and all_scored as applies,
        abs(total_score - indicator_scores - coalesce(execution_score, 0)) > threshold as is_hit,
        '总分 ' || total_score::decimal(18, 2) || '，各项得分合计 '
        || (indicator_scores + coalesce(execution_score, 0))::decimal(18, 2) as message
    from {{ subjects_of('total_not_scores', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        computed_rate is not null as applies,
        abs(computed_rate - 100) > threshold as is_hit,
        '预算 ' || budget_wan::decimal(18, 2) || ' 万元，执行 ' || executed_wan::decimal(18, 2) || ' 万元，执行率 '
        || computed_rate::decimal(18, 2) || '%' as message
    from {{ subjects_of('execution_out_of_range', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        execution_rate is not null and computed_rate is not null as applies,
        least(abs(execution_rate - computed_rate), abs(100 * execution_rate - computed_rate)) > threshold as is_hit,
        '所印执行率 ' || execution_rate::decimal(18, 2) || '，按预算 ' || budget_wan::decimal(18, 2) || ' 万元、执行 '
        || executed_wan::decimal(18, 2) || ' 万元计为 ' || computed_rate::decimal(18, 2) || '%' as message
    from {{ subjects_of('rate_not_execution', 'int_evaluations_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
