with judged as (
    select
        {{ subject_columns() }},
        (is_execution_of_all or is_left_of_all)
        and actual_unit = '%'
        and actual_value is not null
        and computed_rate is not null as applies,
        -- of the first budget or that of the year
        least(
            abs(actual_value - case when is_left_of_all then 100 - computed_rate else computed_rate end),
            abs(actual_value - case
                when is_left_of_all then 100 - coalesce(initial_rate, computed_rate)
                else coalesce(initial_rate, computed_rate)
            end)
        ) > threshold as is_hit,
        {{ says('{score_in_words}；表内预算 {coalesce(adjusted_wan, initial_wan)|2} 万元、执行 {executed_wan|2} 万元，' ~
            '执行率 {computed_rate|2}%',
            '{score_in_english}; the form has a budget of {coalesce(adjusted_wan, initial_wan)|2} and executed ' ~
            '{executed_wan|2} 万元, {computed_rate|2}%') }}
    from {{ subjects_of('measure_not_money', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        level2_code in ('14', '40', '41')
        and not coalesce(is_unit_cost_name, false)
        and actual_wan is not null
        and executed_wan > 0
        -- a limit of all the money
        and (
            abs(cost_target_wan - initial_wan) <= 0.01
            or abs(cost_target_wan - coalesce(adjusted_wan, initial_wan)) <= 0.01
        ) as applies,
        -- what it cost may be paid later, never before
        actual_wan < executed_wan * (1 - threshold) as is_hit,
        {{ says('{score_in_words}；成本低于全年执行数 {executed_wan|2} 万元',
            '{score_in_english}; the cost is below the {executed_wan|2} 万元 executed') }}
    from {{ subjects_of('cost_below_executed', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        initial_target is not null and is_lowered is not null as applies,
        is_lowered and not coalesce(has_own_reason or is_lowering_told, false) as is_hit,
        {{ says('{score_in_words}；年初指标值为“{initial_target}”，年中降低而未说明原因',
            '{score_in_english}; the target of the begin of the year was “{initial_target}”, lowered without a reason') }}
    from {{ subjects_of('target_lowered_in_year', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        grade_said is not null and grade_due is not null as applies,
        grade_said != grade_due as is_hit,
        {{ says('文字写明“{grade_words}”，表内总分 {total_score|2}',
            'The words say “{grade_words}”, the total score of the form is {total_score|2}') }}
    from {{ subjects_of('grade_said_not_score', 'int_evaluations_graded') }}
    union all
    select
        {{ subject_columns() }},
        grade_due is not null and left(printed_grade, 1) in ('优', '良', '中', '差') as applies,
        left(printed_grade, 1) != grade_due as is_hit,
        {{ says('总分 {total_score|2}，自评等级“{printed_grade}”', 'Total score {total_score|2}, grade “{printed_grade}”') }}
    from {{ subjects_of('grade_not_score', 'int_evaluations_graded') }}
    union all
    select
        {{ subject_columns() }},
        execution_weight > 0 and computed_rate > 0 and total_score is not null and all_scored as applies,
        -- nor does the total hold it
        execution_score is null and rate_score is null and abs(total_score - indicator_scores) <= threshold as is_hit,
        {{ says('执行率 {computed_rate|2}%，分值 {execution_weight|2}，得分未填，总分 {total_score|2} 也未计入',
            'Rate {computed_rate|2}%, weight {execution_weight|2}, no score, nor is there one in the total of ' ~
            '{total_score|2}') }}
    from {{ subjects_of('execution_score_missing', 'int_evaluations_graded') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
