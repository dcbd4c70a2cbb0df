with judged as (
    select
        {{ subject_columns() }},
        indicator_name is not null
        and coalesce(annual_target, cycle_target) is not null
        and not coalesce(is_unused or is_classified, false) as applies,
        annual_repeats_name or cycle_repeats_name as is_hit,
        {{ says('指标“{indicator_name}”的指标值“{if(annual_repeats_name, annual_target, cycle_target)}”重复名称',
            'The target “{if(annual_repeats_name, annual_target, cycle_target)}” repeats the name “' ~
            '{indicator_name}”') }}
    from {{ subjects_of('target_repeats_name', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        coalesce(annual_target, cycle_target) is not null and not coalesce(is_unused or is_criterion, false) as applies,
        is_placeholder and not coalesce(is_adverse_name or is_absence_name, false) as is_hit,
        {{ says('指标“{indicator_name}”的指标值为“{coalesce(annual_target, cycle_target)}”',
            'Indicator “{indicator_name}” has the target “{coalesce(annual_target, cycle_target)}”') }}
    from {{ subjects_of('placeholder_target', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0
        and form_kind != 'department'
        and not coalesce(form_kind = 'evaluation' and targets = 0, false) as applies,
        indicators > threshold as is_hit,
        {{ says('共 {indicators} 项指标，超过 {threshold|0} 项', '{indicators} indicators, more than {threshold|0}') }}
    from {{ subjects_of('too_many_indicators', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        targets >= threshold and not is_classified as applies,
        quantities = 0 as is_hit,
        {{ says('共 {targets} 项指标值，没有一项为数量', 'None of the {targets} targets is a quantity') }}
    from {{ subjects_of('no_quantity_at_all', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicator_name is not null as applies,
        is_number_name as is_hit,
        {{ says('指标名称为“{indicator_name}”', 'The name of the indicator is “{indicator_name}”') }}
    from {{ subjects_of('name_is_number', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- 每亩300 says of what and no money
        (annual_is_quantitative or coalesce(regexp_full_match(annual_text, '每.{1,3}[0-9][0-9,]*([.][0-9]+)?'), false))
        and not coalesce(is_rate_name or is_satisfaction_name, false) as applies,
        not annual_is_quantitative
        or coalesce(annual_unit, '') = ''
        and annual_value != 0
        and not coalesce(names_unit, false)
        and not (annual_value between 36526 and 55153 and coalesce(is_time_name, level2_code = '13')) as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，没有单位',
            'Indicator “{indicator_name}” has the target “{annual_target}”, without a unit') }}
    from {{ subjects_of('number_without_unit', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative and (level2_code = '13' or is_time_name) as applies,
        coalesce(annual_unit, '') = ''
        and annual_value between threshold and threshold + 18627
        and annual_value = floor(annual_value) as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，似为日期的序列值',
            'Indicator “{indicator_name}” has the target “{annual_target}”, which looks like the serial number ' ~
            'of a date') }}
    from {{ subjects_of('date_as_number', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        targets > threshold as applies,
        coalesce(weighed_targets > threshold, false) as is_hit,
        {{ says('{weighed_targets} 项指标值均与分值（权重）相同',
            'All {weighed_targets} targets are the weights of their indicators') }}
    from {{ subjects_of('target_is_weight', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
