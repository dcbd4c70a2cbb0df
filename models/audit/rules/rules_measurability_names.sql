with judged as (
    select
        {{ subject_columns() }},
        indicator_name is not null and not is_classified as applies,
        regexp_full_match(name_text, {{ audit_pattern('level_as_name') }}) as is_hit,
        {{ says('三级指标只填指标类别“{indicator_name}”，指标值“{annual_target||未填}”看不出考核什么',
            'The name of the indicator is its level, “{indicator_name}”; nobody knows what “{annual_target||no target}” is of') }}
    from {{ subjects_of('name_is_level', 'int_indicators_natured') }}
    union all
    select
        {{ subject_columns() }},
        annual_target is not null
        and not annual_is_quantitative
        and not coalesce(is_placeholder or is_unused or is_classified, false) as applies,
        unit_beside is not null as is_hit,
        {{ says('指标“{indicator_name}”的指标值“{annual_target}”为文字，却填有计量单位“{unit_beside}”',
            'The target “{annual_target}” of “{indicator_name}” is in words, yet has the unit “{unit_beside}”') }}
    from {{ subjects_of('words_with_unit', 'int_indicators_natured') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
