with judged as (
    select
        {{ subject_columns() }},
        level = 'project' as applies,
        abs(difference_wan) > threshold as is_hit,
        '总计 ' || printed || '，资金来源合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 '
        || difference_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('total_not_sources', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        level = 'unit' as applies,
        abs(difference_wan) > threshold as is_hit,
        '单位小计 ' || printed || '，项目合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 '
        || difference_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('unit_not_projects', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        level = 'document' as applies,
        abs(difference_wan) > threshold as is_hit,
        '合计 ' || printed || '，项目合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 '
        || difference_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('document_not_projects', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        printed_wan > 0 and computed_wan > 0 as applies,
        printed_wan = computed_wan * threshold or printed_wan * threshold = computed_wan as is_hit,
        '总计 ' || printed || ' 与各部分之和 ' || computed_wan::decimal(18, 2) || ' 万元恰为一万倍关系' as message
    from {{ subjects_of('unit_slip', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and amount_wan is not null as applies,
        repaired_printed is not null as is_hit,
        '所印数字 ' || repaired_printed || ' 已损坏，按勾稽关系推算' as message
    from {{ subjects_of('amount_repaired', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        amounts_in_goal > 1 and amount_wan > 0 as applies,
        goal_wan != amount_wan and abs(goal_wan - amount_wan) <= amount_wan * threshold as is_hit,
        '绩效目标中 ' || amounts_in_goal || ' 项金额合计 ' || goal_wan::decimal(18, 2) || ' 万元，资金 '
        || amount_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('goal_amounts_not_money', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'plan' and product_wan is not null and amount_wan > 0 as applies,
        product_wan > amount_wan * (1 + threshold) as is_hit,
        '数量“' || count_target || '”乘以单位成本“' || cost_target || '”为 ' || product_wan::decimal(18, 2)
        || ' 万元，超过资金 ' || amount_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('cost_over_budget', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative and (is_unit_cost_name or is_cost_name) and coalesce(annual_unit, '') != '%' as applies,
        annual_value = 0 and annual_operator != 'between' and amount_wan > 0 as is_hit,
        '指标“' || coalesce(indicator_name, '') || '”的年度指标值为“' || coalesce(annual_target, '') || '”，而资金 '
        || amount_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('unit_cost_zero', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'department' and coalesce(basic_wan, project_wan) is not null as applies,
        abs(amount_wan - basic_wan - project_wan) > threshold as is_hit,
        '合计 ' || amount_wan::decimal(18, 2) || ' 万元，基本支出 ' || basic_wan::decimal(18, 2) || ' 万元加项目支出 '
        || project_wan::decimal(18, 2) || ' 万元为 ' || (basic_wan + project_wan)::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('department_total_not_parts', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'department' and tasks_wan > 0 as applies,
        tasks_wan > amount_wan + threshold as is_hit,
        '各项任务资金合计 ' || tasks_wan::decimal(18, 2) || ' 万元，超过合计 ' || amount_wan::decimal(18, 2) || ' 万元' as message
    from {{ subjects_of('tasks_over_budget', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and amount_wan is not null and not is_classified and not is_blank as applies,
        amount_wan = 0 as is_hit,
        '项目设有目标和指标，资金为 0' as message
    from {{ subjects_of('amount_zero', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
