with judged as (
    select
        {{ subject_columns() }},
        -- a target above 100 is raised itself
        is_share_name
        and not is_growth_name
        and actual_unit = '%'
        and actual_value is not null
        and coalesce(target_value, 0) <= threshold as applies,
        actual_value > threshold as is_hit,
        {{ says('{score_in_words}', '{score_in_english}') }}
    from {{ subjects_of('actual_over_hundred', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        target_kind is not null and actual_kind is not null as applies,
        -- 12次 and 12场 and 12个 are one number in words of one's own; 300件 and 305起 one thing
        target_kind != actual_kind
        and not (
            target_kind in ('people', 'times', 'time', 'things')
            and actual_kind in ('people', 'times', 'time', 'things')
            and (is_any_thing or target_value = actual_value)
        ) as is_hit,
        {{ says('{score_in_words}，完成值与指标值单位不同',
            '{score_in_english}; target and actual value are in different units') }}
    from {{ subjects_of('actual_in_other_unit', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- a late day with a full score is raised itself, and one that is scored less and explained is told
        actual_year is not null
        and not coalesce(score >= weight and not target_met or score < weight and has_reason, false) as applies,
        actual_year > greatest(last_year, coalesce(target_year, last_year)) as is_hit,
        {{ says('预算年度 {budget_year}，{score_in_words}，完成时间晚于预算年度',
            'Budget year {budget_year}; {score_in_english}; completed after the year') }}
    from {{ subjects_of('completed_after_year', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        said_value is not null as applies,
        -- 2.8万人 is 28123人 in round figures
        abs(said_value - actual_number) > actual_number * threshold as is_hit,
        {{ says('完成情况文字为“{said_words}”，指标“{indicator_name}”的完成值为“{actual}”',
            'What was achieved says “{said_words}”, the actual value of “{indicator_name}” is “{actual}”') }}
    from {{ subjects_of('actual_said_otherwise', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- all of it is 100 %, and none of it 0
        target_value > threshold
        and not coalesce(target_unit = '%' and target_value >= 100, false)
        and actual is not null
        and score is not null
        and weight > 0 as applies,
        coalesce((is_met_word or is_vague_word) and actual_value is null and score >= weight, false) as is_hit,
        {{ says('{score_in_words}，完成值没有数字，无法核实',
            '{score_in_english}; the actual value is no number, nobody can verify it') }}
    from {{ subjects_of('actual_without_number', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        has_own_reason and score < weight as applies,
        other_indicator_name is not null as is_hit,
        {{ says('指标“{indicator_name}”的偏差原因“{reason}”所述为“{other_indicator_name}”',
            'The reason of “{indicator_name}”, “{reason}”, is of “{other_indicator_name}”') }}
    from {{ subjects_of('reason_of_other_indicator', 'int_performance_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
