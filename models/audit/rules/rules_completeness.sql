with judged as (
    select
        {{ subject_columns() }},
        true as applies,
        is_blank or form_kind = 'evaluation' and indicators > 0 and answers = 0 as is_hit,
        case when is_blank then '表内未填写任何内容' else '自评表未填写任何完成值和得分' end as message
    from {{ subjects_of('template_blank', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_blank and has_prompts is not null as applies,
        has_prompts as is_hit,
        '表内留有“指标1：”“……”一类模板提示语' as message
    from {{ subjects_of('prompts_left', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_classified and not is_blank and (document_goals > 0 or document_forms = 1) as applies,
        annual_goal is null and cycle_goal is null as is_hit,
        '未填列绩效目标' as message
    from {{ subjects_of('goal_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_classified and not is_blank and (document_indicators > 0 or document_forms = 1) as applies,
        indicators = 0 as is_hit,
        '未填列任何绩效指标' as message
    from {{ subjects_of('indicators_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified as applies,
        case when unclassified_indicators = 0 or output_indicators > 0 then output_indicators = 0 end as is_hit,
        '共 ' || indicators || ' 项指标，其中无产出指标' as message
    from {{ subjects_of('output_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified as applies,
        case when unclassified_indicators = 0 or benefit_indicators > 0 then benefit_indicators = 0 end as is_hit,
        '共 ' || indicators || ' 项指标，其中无效益指标' as message
    from {{ subjects_of('benefit_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified as applies,
        case when unclassified_indicators = 0 or satisfaction_indicators > 0 then satisfaction_indicators = 0 end
            as is_hit,
        '共 ' || indicators || ' 项指标，其中无满意度指标' as message
    from {{ subjects_of('satisfaction_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        document_uses_cost and indicators > 0 and not is_classified as applies,
        cost_indicators = 0 as is_hit,
        '同一文件其他表设有成本指标，本表 ' || indicators || ' 项指标中没有' as message
    from {{ subjects_of('cost_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified and not is_blank as applies,
        targets = 0 as is_hit,
        '共 ' || indicators || ' 项指标，均未填指标值' as message
    from {{ subjects_of('targets_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_blank and form_names > 0 as applies,
        indicator_name is null as is_hit,
        '二级指标“' || coalesce(printed_level2, '') || '”下未填名称' as message
    from {{ subjects_of('indicator_name_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_targets > 0 and indicator_name is not null as applies,
        annual_target is null and cycle_target is null as is_hit,
        '指标“' || indicator_name || '”未填指标值' as message
    from {{ subjects_of('target_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and (cycle_target is not null or annual_target is not null) as applies,
        annual_target is null as is_hit,
        '只有实施周期指标值“' || coalesce(cycle_target, '') || '”，没有年度指标值' as message
    from {{ subjects_of('annual_target_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        has_cycle_column and (cycle_target is not null or annual_target is not null) as applies,
        cycle_target is null as is_hit,
        '只有年度指标值“' || coalesce(annual_target, '') || '”，没有实施周期指标值' as message
    from {{ subjects_of('cycle_target_missing', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
