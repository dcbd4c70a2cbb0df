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
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
