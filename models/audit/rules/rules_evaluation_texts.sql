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
        filled_day is not null as applies,
        filled_day < evaluated_year * 10000 + threshold or coalesce(filled_day < last_actual_day, false) as is_hit,
        {{ says('填报日期“{filled_words}”，预算年度 {evaluated_year}，完成值中最晚的日期 {last_actual_day||未印}',
            'Filled in “{filled_words}”, budget year {evaluated_year}, latest day among actual values ' ~
            '{last_actual_day||not printed}') }}
    from {{ subjects_of('filled_in_too_early', 'int_documents_audited') }}
    union all
    select
        {{ subject_columns() }},
        achieved_words is not null as applies,
        achieved_year != form_year as is_hit,
        {{ says('完成情况写明“{achieved_words}”，本表为 {form_year} 年度',
            'What was achieved says “{achieved_words}”, the form is of {form_year}') }}
    from {{ subjects_of('achieved_of_other_year', 'int_evaluations_worded') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
