with judged as (
    select
        {{ subject_columns() }},
        name_kind is not null and unit_kind is not null and annual_is_quantitative as applies,
        name_kind != unit_kind and not (name_kind in ('people', 'times') and unit_kind in ('people', 'times')) as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，单位与所计事物不符',
            'Indicator “{indicator_name}” has the target “{annual_target}”: the unit does not fit what is counted') }}
    from {{ subjects_of('unit_of_other_kind', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
