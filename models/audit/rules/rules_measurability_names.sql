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
    union all
    select
        {{ subject_columns() }},
        -- an evaluator says 健全 where a rule is kept
        (
            annual_target is not null and not annual_is_quantitative and not annual_repeats_name
            -- the cycle has indicators of its own
            or annual_target is null and not cycle_is_quantitative and not cycle_repeats_name
            and form_annual_targets + form_cycle_targets <= form_targets
            or is_joined and annual_target is null and cycle_target is null and indicator_name is not null
        )
        and not coalesce(is_criterion, false) as applies,
        case
            when annual_target is null and cycle_target is null then names_vague_word
            else has_vague_word and not coalesce(is_grade or is_defined_grade or is_no_satisfaction, false)
        end as is_hit,
        {{ says("{if(annual_target is null and cycle_target is not null, '实施周期', '年度')}指标值“" ~
            "{coalesce(annual_target, cycle_target, indicator_name)}”不可衡量",
            "The target “{coalesce(annual_target, cycle_target, indicator_name)}” cannot be measured") }}
    from {{ subjects_of('vague_target', 'int_indicators_noted') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
