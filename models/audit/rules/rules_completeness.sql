with judged as (
    select
        {{ subject_columns() }},
        not is_classified as applies,
        annual_goal is null and cycle_goal is null as is_hit,
        '项目未填列绩效目标' as message
    from {{ subjects_of('goal_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        not is_classified as applies,
        indicators = 0 as is_hit,
        '项目未填列任何绩效指标' as message
    from {{ subjects_of('indicators_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified as applies,
        output_indicators = 0 as is_hit,
        '共 ' || indicators || ' 项指标，其中无产出指标' as message
    from {{ subjects_of('output_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified as applies,
        benefit_indicators = 0 as is_hit,
        '共 ' || indicators || ' 项指标，其中无效益指标' as message
    from {{ subjects_of('benefit_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_classified as applies,
        satisfaction_indicators = 0 as is_hit,
        '共 ' || indicators || ' 项指标，其中无满意度指标' as message
    from {{ subjects_of('satisfaction_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        document_uses_cost and indicators > 0 and not is_classified as applies,
        cost_indicators = 0 as is_hit,
        '同一文件其他项目设有成本指标，本项目 ' || indicators || ' 项指标中没有' as message
    from {{ subjects_of('cost_missing', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        true as applies,
        indicator_name is null as is_hit,
        '二级指标“' || coalesce(printed_level2, '') || '”下未填名称' as message
    from {{ subjects_of('indicator_name_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        cycle_target is not null or annual_target is not null as applies,
        annual_target is null as is_hit,
        '只有实施周期指标值“' || coalesce(cycle_target, '') || '”，没有年度指标值' as message
    from {{ subjects_of('annual_target_missing', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        cycle_target is not null or annual_target is not null as applies,
        cycle_target is null as is_hit,
        '只有年度指标值“' || coalesce(annual_target, '') || '”，没有实施周期指标值' as message
    from {{ subjects_of('cycle_target_missing', 'int_indicators_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
