with judged as (
    select
        {{ subject_columns() }},
        score is not null and weight > 0 and target_met is not null as applies,
        score >= weight and not target_met as is_hit,
        {{ says("{score_in_words}{if(has_reason_column and not has_reason, '，也未说明原因', '')}",
            "{score_in_english}{if(has_reason_column and not has_reason, '; no reason is given', '')}") }}
    from {{ subjects_of('full_score_target_missed', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        score is not null and weight > 0 and target_met is not null as applies,
        score = 0 and target_met as is_hit,
        {{ says('{score_in_words}', '{score_in_english}') }}
    from {{ subjects_of('zero_score_target_met', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        score is not null and weight is not null as applies,
        score > weight as is_hit,
        {{ says('{score_in_words}', '{score_in_english}') }}
    from {{ subjects_of('score_above_weight', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        target_met
        and score > 0
        and weight > 0
        and not coalesce(is_measured and actual_value >= target_value * threshold, false) as applies,
        score < weight and not has_reason as is_hit,
        {{ says('{score_in_words}，未说明扣分原因', '{score_in_english}; no reason is given') }}
    from {{ subjects_of('met_without_full_score', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_measured
        and direction = 'at_least'
        and not target_met
        and target_value > 0
        and score >= 0 and score < weight as applies,
        score - weight * least(actual_value / nullif(target_value, 0), 1) > weight * threshold as is_hit,
        {{ says('{score_in_words}，按比例应得 {(weight * least(actual_value / nullif(target_value, 0), 1))|2}',
            '{score_in_english}; in proportion {(weight * least(actual_value / nullif(target_value, 0), 1))|2}') }}
    from {{ subjects_of('score_not_proportional', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        weight > 0 and score is not null and form_targets > 0 and not coalesce(is_criterion, false) as applies,
        target is null and score >= weight as is_hit,
        {{ says('{score_in_words}，指标值未填', '{score_in_english}; no target is printed') }}
    from {{ subjects_of('empty_target_full_score', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        target is not null and form_actuals > 0 and not coalesce(is_unused, false) as applies,
        actual is null as is_hit,
        {{ says('{score_in_words}，完成值未填', '{score_in_english}; no actual value is printed') }}
    from {{ subjects_of('actual_missing', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        weight > 0 and form_scores > 0 as applies,
        score is null as is_hit,
        {{ says('{score_in_words}，得分未填', '{score_in_english}; no score is printed') }}
    from {{ subjects_of('score_missing', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_measured
        and direction = 'at_least'
        and target_value > 0
        -- 75 % done at 100 %: a rate ends at 100, how far above it lies says little; a share above 100 is raised itself
        and not coalesce(
            target_unit in ('%', '百分点', '个百分点')
            and (is_growth_name or is_share_name or greatest(target_value, actual_value) <= 100),
            false
        ) as applies,
        -- one or two more of a few are no sign of a low target
        (
            actual_value >= target_value * threshold
            -- a fifth more of what is counted, where the form asks for reasons and gives none
            or coalesce(
                actual_value > target_value * 1.2 and target_unit != '%' and has_reason_column and not has_reason, false
            )
        )
        and (target_value >= 10 or target_unit = '%' or actual_value - target_value > 2)
        -- the form says why, and takes points off for it
        and not coalesce(has_reason and score < weight, false) as is_hit,
        {{ says('{score_in_words}，完成值为指标值的 {(100 * actual_value / nullif(target_value, 0))|0}%',
            '{score_in_english}; the actual value is {(100 * actual_value / nullif(target_value, 0))|0}% of the ' ~
            'target') }}
    from {{ subjects_of('actual_far_above_target', 'int_performance_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
