with totalled as (
    select
        *,
        indicator_scores + coalesce(execution_score, 0) + coalesce(scores_elsewhere, 0) as all_scores
    from {{ subjects_of('total_not_scores', 'int_evaluations_audited') }}
),

judged as (
    select
        {{ subject_columns() }},
        indicator_weights > 0
        and all_weighted
        and (form_kind = 'evaluation' or answers > 0)
        and not coalesce(is_blank, false) as applies,
        case
            when execution_weight is null then indicator_weights not in (threshold, threshold - 10)
            else indicator_weights + execution_weight != threshold
        end as is_hit,
        {{ says('指标分值合计 {indicator_weights|2}，执行率分值 {execution_weight|2|未印}',
            'Weights of indicators {indicator_weights|2}, weight of execution {execution_weight|2|not printed}') }}
    from {{ subjects_of('weights_not_hundred', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- scores of less than half the total are not all of them
        total_score is not null
        and all_scored
        and 2 * (all_scores - coalesce(scores_elsewhere, 0)) >= total_score as applies,
        case
            -- weights of 100 leave no points for an execution that prints none
            when
                coalesce(execution_score, scores_elsewhere) is null
                and not coalesce(all_weighted and indicator_weights = 100, false)
                then total_score - indicator_scores not between -threshold and 10 + threshold
            else abs(total_score - all_scores) > threshold
        end as is_hit,
        {{ says('总分 {total_score|2}，各项得分合计 {all_scores|2}',
            'Total score {total_score|2}, all scores add up to {all_scores|2}') }}
    from totalled
    union all
    select
        {{ subject_columns() }},
        total_score is not null as applies,
        total_score > threshold as is_hit,
        {{ says('总分 {total_score|2}', 'Total score {total_score|2}') }}
    from {{ subjects_of('total_over_hundred', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'evaluation'
        and annual_goal is not null
        and has_achieved_column
        and not coalesce(is_blank, false) as applies,
        achieved_goal is null as is_hit,
        {{ says('年度目标的完成情况未填', 'What became of the annual goal is not printed') }}
    from {{ subjects_of('achieved_goal_missing', 'int_evaluations_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
