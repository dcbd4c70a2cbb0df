with judged as (
    select
        {{ subject_columns() }},
        level_adds_up is not null as applies,
        not level_adds_up as is_hit,
        {{ says('“{level_name}”下各项指标的分值合计为 {level_weights|2}',
            'The weights of the indicators under “{level_name}” add up to {level_weights|2}') }}
    from {{ subjects_of('level_weight_not_indicators', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
