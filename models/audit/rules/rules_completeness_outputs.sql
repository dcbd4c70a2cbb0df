with judged as (
    select
        {{ subject_columns() }},
        quantity_indicators is not null
        and form_kind != 'department'
        and not is_classified
        and not coalesce(says_none or is_standard, false) as applies,
        case when unclassified_indicators = 0 and undivided_outputs = 0 then quantity_indicators = 0 end as is_hit,
        {{ says('共 {output_indicators} 项产出指标，其中无数量指标',
            'None of the {output_indicators} indicators of output is a quantity') }}
    from {{ subjects_of('quantity_missing', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        -- most forms like it have one, or the form says that each must
        (cost_share >= threshold or coalesce(requires_cost, false))
        and indicators > 0
        and not is_classified
        and not coalesce(says_none, false) as applies,
        case when coalesce(unclassified_indicators, 0) = 0 or cost_indicators > 0 then cost_indicators = 0 end
            as is_hit,
        {{ says("{if(requires_cost, '表内要求设置成本指标', '同一文件同类表多设有成本指标')}，本表 {indicators} 项指标中没有",
            "{if(requires_cost, 'The form asks for cost indicators', 'Most forms like it have cost indicators')}, this one has none") }}
    from {{ subjects_of('cost_missing', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind != 'department' and not is_blank as applies,
        empty_head is not null as is_hit,
        {{ says('“{empty_head}”一栏未填', '“{empty_head}” is not filled in') }}
    from {{ subjects_of('head_cell_empty', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        total_label is not null and not is_blank as applies,
        -- of a department, a header may stand above its parts
        is_total_blank and (form_kind != 'department' or amount_wan is null)
        or coalesce(is_executed_blank, false) as is_hit,
        {{ says('“{total_label}”未填，其下资金来源已填',
            '“{total_label}” is not filled in, a source below it is') }}
    from {{ subjects_of('total_blank', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_blank as applies,
        -- of a level without any indicator the level is raised
        template_row is not null
        and not coalesce(
            contains('、' || empty_levels || '、', '、' || template_level || '、')
            and not (are_of_benefit and benefit_indicators = 0),
            false
        ) as is_hit,
        {{ says('指标表中留有模板的空行“{template_row}”', 'An empty row of the template is left: “{template_row}”') }}
    from {{ subjects_of('template_row_left', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        indicators > 0 and not is_blank and not is_classified and not coalesce(says_none, false) as applies,
        empty_levels is not null
        -- that all benefits are missing is raised itself
        and not coalesce(are_of_benefit and benefit_indicators = 0, false) as is_hit,
        {{ says('指标类别“{empty_levels}”下没有任何指标', 'The form prints the level “{empty_levels}” and no indicator of it') }}
    from {{ subjects_of('level_row_empty', 'int_projects_reckoned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
