with judged as (
    select
        {{ subject_columns() }},
        score >= weight and weight > 0 and (target_met or is_met_word) as applies,
        unfinished_words is not null as is_hit,
        {{ says('{score_in_words}，而表内说明为“{unfinished_words}”',
            '{score_in_english}; yet the form says “{unfinished_words}”') }}
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
        has_reason_column
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
    union all
    select
        {{ subject_columns() }},
        form_kind != 'plan' and length(achieved_goal) >= threshold and annual_goal is not null as applies,
        {{ name_key('achieved_goal') }} = {{ name_key('annual_goal') }} as is_hit,
        {{ says('完成情况与年度目标逐字相同：{left(achieved_goal, 40)}',
            'What was achieved is the annual goal word by word: {left(achieved_goal, 40)}') }}
    from {{ subjects_of('achieved_copies_goal', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        target_value is not null and actual is not null as applies,
        -- what was achieved is a number and no limit
        coalesce(
            regexp_matches({{ name_key('actual') }}, '^([≥≤><]|大于|小于|不低于|不高于|不超过|不少于)')
            and {{ name_key('actual') }} = {{ name_key('target') }},
            false
        ) as is_hit,
        {{ says('{score_in_words}，完成值照抄指标值', '{score_in_english}; the actual value is a copy of the target') }}
    from {{ subjects_of('actual_copies_target', 'int_performance_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
