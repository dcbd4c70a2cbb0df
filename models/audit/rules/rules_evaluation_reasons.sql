with judged as (
    select
        {{ subject_columns() }},
        score >= weight and weight > 0 and (target_met or is_met_word) as applies,
        unfinished_words is not null as is_hit,
        {{ says('{score_in_words}，而文字说明为“{unfinished_words}”',
            '{score_in_english}; yet the words say “{unfinished_words}”') }}
    from {{ subjects_of('unfinished_full_score', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        coefficient is not null as applies,
        score_difference > weight * threshold as is_hit,
        {{ says('{score_in_words}，得分系数“{coefficient_words}”',
            '{score_in_english}; the coefficient is “{coefficient_words}”') }}
    from {{ subjects_of('coefficient_not_score', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        (has_reason_column or form_scores = 0)
        -- an actual value that is not filled in beside those of others is raised itself
        and not coalesce(target is not null and actual is null and form_actuals > 0, false)
        and case
            when score is null then form_scores = 0 and not target_met
            when weight is null then is_measured and not target_met
            else score < weight
        end
        and not coalesce(target_met or is_execution_name and actual_value >= threshold, false) as applies,
        not has_reason as is_hit,
        {{ says('{score_in_words}', '{score_in_english}') }}
    from {{ subjects_of('shortfall_without_reason', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        done_words is not null as applies,
        missed_words is not null as is_hit,
        {{ says('文字写明“{left(done_words, 60)}”，而指标“{missed_words}”未完成',
            'The words say “{left(done_words, 60)}”, yet “{missed_words}” was missed') }}
    from {{ subjects_of('all_done_said', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
