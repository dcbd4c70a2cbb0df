with judged as (
    select
        {{ subject_columns() }},
        survey_words is not null and not coalesce(is_blank, false) as applies,
        survey_is_impossible as is_hit,
        {{ says('文字写明“{survey_words}”', 'The words say “{survey_words}”') }}
    from {{ subjects_of('survey_counts_impossible', 'int_evaluations_worded') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
