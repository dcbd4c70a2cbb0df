with judged as (
    select
        {{ subject_columns() }},
        -- 履职效益 of a department is not divided: satisfaction stands in it
        is_satisfaction_name and not coalesce(form_kind = 'department' and level2_code = '20', false) as applies,
        case when level1_code != '9' then level1_code != '3' end as is_hit,
        {{ says('“{indicator_name}”列在“{level_label}”下', '“{indicator_name}” stands under “{level_label}”') }}
    from {{ subjects_of('satisfaction_elsewhere', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_timeliness_name as applies,
        case when level1_code != '9' then level1_code = '2' end as is_hit,
        {{ says('“{indicator_name}”列在“{level_label}”下', '“{indicator_name}” stands under “{level_label}”') }}
    from {{ subjects_of('timeliness_under_benefit', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- what it costs others, 企业开办成本, is a benefit
        is_cost_name and not coalesce(level1_code = '2' and is_cost_of_others, false) as applies,
        case when level1_code != '9' then level1_code != '4' and level2_code not in ('10', '14') end as is_hit,
        {{ says('“{indicator_name}”列在“{level_label}”下', '“{indicator_name}” stands under “{level_label}”') }}
    from {{ subjects_of('cost_elsewhere', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_quality_name as applies,
        case when level1_code != '9' then level2_code = '11' end as is_hit,
        {{ says('“{indicator_name}”列在“{level_label}”下', '“{indicator_name}” stands under “{level_label}”') }}
    from {{ subjects_of('quality_under_quantity', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicator_name is not null and not is_number_name and not coalesce(is_unused, false) as applies,
        place_among_same > 1 or annual_target is not null and place_among_equal > 1 as is_hit,
        {{ says('“{indicator_name}”在本表出现 {same_name_in_form} 次',
            '“{indicator_name}” stands {same_name_in_form} times in the form') }}
    from {{ subjects_of('duplicate_indicator', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicator_name is not null
        and case
            when annual_is_quantitative then coalesce(annual_plain_unit, '') not in ('', '%')
            else level1_code = '2' and annual_target is not null
        end as applies,
        other_name is not null as is_hit,
        {{ says('“{indicator_name}”与“{other_name}”指标值相同（{annual_target}），疑为同一事项',
            '“{indicator_name}” and “{other_name}” have the same target ({annual_target}) and seem to be one thing') }}
    from {{ subjects_of('indicator_reworded', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        level1_code = '2' and annual_is_quantitative as applies,
        -- what goes on year after year is itself the lasting effect
        is_activity_name
        and coalesce(unit_kind, '') = 'times'
        and not coalesce(contains(printed_level2, '可持续'), false) as is_hit,
        {{ says('“{indicator_name}”（{annual_target}）列在“{level_label}”下，所计为工作次数，不是效益',
            '“{indicator_name}” ({annual_target}) stands under “{level_label}” and counts what is done, no benefit') }}
    from {{ subjects_of('benefit_is_activity', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        level1_code = '4' and indicator_name is not null and not coalesce(is_unused, false) as applies,
        is_benefit_name as is_hit,
        {{ says('“{indicator_name}”列在“{level_label}”下，说的是效益，不是成本',
            '“{indicator_name}” stands under “{level_label}” and is a benefit, no cost') }}
    from {{ subjects_of('benefit_under_cost', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        level1_code = '3'
        and indicator_name is not null
        and not is_satisfaction_name
        and not coalesce(is_unused or is_opinion_name, false) as applies,
        is_result_name as is_hit,
        {{ says('“{indicator_name}”列在“{level_label}”下，不是满意度',
            '“{indicator_name}” stands under “{level_label}” and is no satisfaction') }}
    from {{ subjects_of('satisfaction_of_nothing', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
