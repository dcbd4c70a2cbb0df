with judged as (
    select
        {{ subject_columns() }},
        level = 'project' as applies,
        difference_wan is null or abs(difference_wan) > threshold as is_hit,
        '总计 ' || printed || '，资金来源合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 '
        || coalesce(difference_wan::decimal(18, 2)::varchar, '无法计算') || ' 万元' as message
    from {{ subjects_of('total_not_sources', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        level = 'unit' as applies,
        difference_wan is null or abs(difference_wan) > threshold as is_hit,
        '单位小计 ' || printed || '，项目合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 '
        || coalesce(difference_wan::decimal(18, 2)::varchar, '无法计算') || ' 万元' as message
    from {{ subjects_of('unit_not_projects', 'int_totals_audited') }}
    union all
    select
        {{ subject_columns() }},
        level = 'document' as applies,
        difference_wan is null or abs(difference_wan) > threshold as is_hit,
        '合计 ' || printed || '，项目合计 ' || computed_wan::decimal(18, 2) || ' 万元，相差 '
        || coalesce(difference_wan::decimal(18, 2)::varchar, '无法计算') || ' 万元' as message
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
        amount_wan is not null as applies,
        repaired_printed is not null as is_hit,
        '印刷数字 ' || repaired_printed || ' 已损坏，按行与列的合计还原' as message
    from {{ subjects_of('amount_repaired', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
