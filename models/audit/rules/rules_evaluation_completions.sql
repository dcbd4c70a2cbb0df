{%- set large = "'^[万亿]'" -%}
with judged as (
    select
        {{ subject_columns() }},
        completion_words is not null as applies,
        not completion_is_right as is_hit,
        {{ says('{score_in_words}；所印完成率 {completion_words}，应为 {completion_due|2}%',
            '{score_in_english}; printed completion {completion_words}, actual over target is {completion_due|2}%') }}
    from {{ subjects_of('completion_not_actual', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        target_value > 0 and actual_value > 0 and target_unit != '' and actual_unit != '' as applies,
        -- 50元 and 50万元
        actual_value between target_value * threshold and target_value / threshold
        and target_unit != actual_unit
        and regexp_replace(target_unit, {{ large }}, '') = regexp_replace(actual_unit, {{ large }}, '') as is_hit,
        {{ says('{score_in_words}，数字相近而单位相差万倍',
            '{score_in_english}; like numbers in units ten thousand times apart') }}
    from {{ subjects_of('actual_of_other_magnitude', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        scored_indicators >= threshold and not coalesce(is_blank, false) as applies,
        is_not_scored as is_hit,
        {{ says('指标“{indicator_name}”没有分值和得分，同表其他 {scored_indicators} 项指标都有',
            'The indicator “{indicator_name}” has neither weight nor score; the other {scored_indicators} of the form have') }}
    from {{ subjects_of('indicator_not_scored', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        counts_words is not null as applies,
        share_differs as is_hit,
        {{ says('指标“{indicator_name}”完成值为“{actual}”，按“{counts_words}”计为 {share_due|2}%',
            'The actual value of “{indicator_name}” is “{actual}”; “{counts_words}” give {share_due|2}%') }}
    from {{ subjects_of('rate_not_its_counts', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        number_words is not null as applies,
        number_differs as is_hit,
        {{ says('{score_in_words}；原因写明“{number_words}”，与完成值不同',
            '{score_in_english}; the reason says “{number_words}”, another number') }}
    from {{ subjects_of('reason_number_not_actual', 'int_performance_reckoned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
