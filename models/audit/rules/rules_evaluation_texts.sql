with judged as (
    select
        {{ subject_columns() }},
        survey_words is not null and not coalesce(is_blank, false) as applies,
        survey_is_impossible as is_hit,
        {{ says('文字写明“{survey_words}”', 'The words say “{survey_words}”') }}
    from {{ subjects_of('survey_counts_impossible', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        count_words is not null as applies,
        count_differs as is_hit,
        {{ says('文字写明“{count_words}”，表内有 {least_indicators} 项指标',
            'The words say “{count_words}”, the table has {least_indicators} indicators') }}
    from {{ subjects_of('indicator_count_said', 'int_evaluations_worded') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
