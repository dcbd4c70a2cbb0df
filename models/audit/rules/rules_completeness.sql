with judged as (
    select
        {{ subject_columns() }},
        not coalesce(is_blank and has_instruction_name, false) as applies,
        is_blank
        or form_kind = 'evaluation' and indicators > 0 and answers = 0
        and not coalesce(is_monitored or of_regions > 0, false) as is_hit,
        {{ says("表内未填写{if(is_blank, '任何内容', '任何完成值和得分')}",
            "Nothing is filled in{if(is_blank, '', ': no actual value, no score')}") }}
    from {{ subjects_of('template_blank', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_blank as applies,
        prompt_words is not null as is_hit,
        {{ says("表内{if(prompts > 1, concat(prompts, '处'), '')}留有模板提示语或未填的占位符：“{left(prompt_words, 300)}”",
            'Prompts of the template or places that were to be filled in are left: “{left(prompt_words, 300)}”') }}
    from {{ subjects_of('prompts_left', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        has_goal_label and not is_classified and not is_blank and (document_goals > 0 or document_forms = 1)
        and not coalesce(form_kind = 'evaluation' and targets = 0, false) as applies,
        annual_goal is null and cycle_goal is null as is_hit,
        {{ says('未填列绩效目标', 'No goal is printed') }}
    from {{ subjects_of('goal_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_classified
        and not coalesce(is_blank or is_of_parts, false)
        and not coalesce(form_kind = 'department' and document_forms > 1 and not has_target_label, false)
        and (document_indicators > 0 and form_kind != 'evaluation' or document_forms = 1) as applies,
        case when indicators > 0 or coalesce(unclassified_indicators, 0) = 0 then indicators = 0 end as is_hit,
        {{ says('未填列任何绩效指标', 'No indicator is printed') }}
    from {{ subjects_of('indicators_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        has_target_label and indicators > coalesce(of_regions, 0) and not is_classified and not is_blank as applies,
        targets = 0 as is_hit,
        {{ says('共 {indicators} 项指标，均未填指标值', 'None of the {indicators} indicators has a target') }}
    from {{ subjects_of('targets_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_blank and form_names > 0 as applies,
        indicator_name is null and not coalesce(contains(printed_level2, '执行率'), false) as is_hit,
        {{ says('二级指标“{printed_level2}”下未填名称', 'An indicator under “{printed_level2}” has no name') }}
    from {{ subjects_of('indicator_name_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_targets > 0
        and indicator_name is not null
        and not coalesce(is_unused or is_joined or is_noted, false)
        and not coalesce(is_criterion and 5 * form_targets < 4 * form_names, false) as applies,
        annual_target is null and cycle_target is null
        -- where all targets are units, the values may stand elsewhere
        or coalesce(is_left_blank and form_left_blank < form_targets, false) as is_hit,
        {{ says("指标“{indicator_name}”未填指标值" ~
            "{if(is_left_blank, concat('，只印有“', coalesce(annual_target, cycle_target), '”'), '')}",
            "Indicator “{indicator_name}” has no target" ~
            "{if(is_left_blank, concat(' but “', coalesce(annual_target, cycle_target), '”'), '')}") }}
    from {{ subjects_of('target_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        is_left_out is not null and not is_blank as applies,
        is_left_out as is_hit,
        {{ says('指标“{indicator_name||（无名称）}”未填分值（权重），同表其他指标的分值合计 {other_weights|2}',
            'Indicator “{indicator_name||without a name}” has no weight; those of the others add up to {other_weights|2}') }}
    from {{ subjects_of('weight_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        (form_kind = 'plan' or form_kind = 'department' and form_annual_targets > 0)
        and coalesce(cycle_target, annual_target) is not null
        and (form_annual_targets * form_cycle_targets = 0 or form_annual_targets + form_cycle_targets > form_targets)
        is not false as applies,
        annual_target is null as is_hit,
        {{ says('只有实施周期指标值“{cycle_target}”，没有年度指标值', 'A cycle target “{cycle_target}” and no annual target') }}
    from {{ subjects_of('annual_target_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        has_cycle_column
        and (cycle_target is not null or annual_target is not null)
        -- the cycle has indicators of its own
        and coalesce(5 * form_cycle_targets >= 4 * form_targets, true) as applies,
        cycle_target is null as is_hit,
        {{ says('只有年度指标值“{annual_target}”，没有实施周期指标值', 'An annual target “{annual_target}” and no cycle target') }}
    from {{ subjects_of('cycle_target_missing', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
