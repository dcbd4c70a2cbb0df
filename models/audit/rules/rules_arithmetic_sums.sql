with judged as (
    select
        {{ subject_columns() }},
        form_kind = 'plan' and parts_wan is not null and amount_wan > 0 as applies,
        -- parts above the total may be parts of each other
        amount_wan - parts_wan > threshold as is_hit,
        {{ says('资金总额 {amount_wan|2} 万元，所列各项（{parts_words}）合计 {parts_wan|2} 万元',
            'Total {amount_wan|2} 万元; the parts beside it ({parts_words}) add up to {parts_wan|2} 万元') }}
    from {{ subjects_of('total_not_parts', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        coalesce(amount_wan, negative_wan) is not null and not coalesce(is_reduction, false) as applies,
        amount_wan < 0 or coalesce(negative_wan < 0, false) as is_hit,
        {{ says('资金为 {(coalesce(negative_wan, amount_wan))|2} 万元',
            'The money is {(coalesce(negative_wan, amount_wan))|2} 万元') }}
    from {{ subjects_of('amount_negative', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind != 'department' and costs_wan is not null and amount_wan > 0 and last_year = budget_year as applies,
        -- one cost that is the money, or all the others together, is the whole; one above it is raised itself
        costs_wan > coalesce(largest_wan, amount_wan) * (1 + threshold)
        and largest_cost_wan < amount_wan
        and costs_wan != 2 * largest_cost_wan as is_hit,
        {{ says('各项成本上限（{costs_words}）合计 {costs_wan|2} 万元，高于资金 {amount_wan|2} 万元',
            'The limits of cost ({costs_words_en}) add up to {costs_wan|2} 万元, above the money of {amount_wan|2} 万元') }}
    from {{ subjects_of('costs_add_over_budget', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and items_wan is not null as applies,
        abs(items_wan - amount_wan) > threshold as is_hit,
        {{ says('支出明细（{items_words}）合计 {items_wan|2} 万元，资金 {amount_wan|2} 万元',
            'The items ({items_words}) add up to {items_wan|2} 万元, the money is {amount_wan|2} 万元') }}
    from {{ subjects_of('items_not_money', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and years_printed is not null as applies,
        abs(years_printed - cycle_printed) > threshold as is_hit,
        {{ says('各年度资金（{years_words}）合计 {years_printed|2}，周期总额 {cycle_printed|2}',
            'The years ({years_words}) add up to {years_printed|2}, the money of the cycle is {cycle_printed|2}') }}
    from {{ subjects_of('years_not_cycle', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        divided_name is not null as applies,
        not regions_add_up as is_hit,
        {{ says('指标“{divided_name}”合计“{divided_target}”，各地区之和 {regions_value|2}',
            'The target of “{divided_name}” is “{divided_target}” in all, its regions add up to {regions_value|2}') }}
    from {{ subjects_of('regions_not_total', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        change_words is not null as applies,
        is_changed_otherwise as is_hit,
        {{ says('文字写明“{change_words}”，与表内资金不符',
            'The words say “{change_words}”, which is not the money of the table') }}
    from {{ subjects_of('change_said_not_table', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        monitored_rate is not null as applies,
        abs(monitored_rate - monitored_computed) > threshold as is_hit,
        {{ says('“{rate_words}”，而“{executed_words}”占资金 {amount_wan|2} 万元的 {monitored_computed|2}%',
            '“{rate_words}”, yet “{executed_words}” is {monitored_computed|2}% of the money of {amount_wan|2} 万元') }}
    from {{ subjects_of('monitored_rate_not_execution', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        parted_wan is not null as applies,
        parted_wan != goal_parts_wan as is_hit,
        {{ says('文字写明的 {parted_wan|2} 万元，其中各项合计 {goal_parts_wan|2} 万元：“{left(parted_words, 90)}”',
            'The words divide {parted_wan|2} 万元 into parts that add up to {goal_parts_wan|2} 万元: ' ~
            '“{left(parted_words, 90)}”') }}
    from {{ subjects_of('goal_parts_not_total', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'department' and project_wan is not null and forms_wan is not null as applies,
        -- what is left of the total proves which of the two is wrong
        forms_wan != project_wan and forms_wan = amount_wan - basic_wan as is_hit,
        {{ says('项目支出 {project_wan|2} 万元，各项目表合计 {forms_wan|2} 万元，等于合计 {amount_wan|2} 万元减基本支出 ' ~
            '{basic_wan|2} 万元',
            'Project expenditure is {project_wan|2} 万元; the forms of the projects add up to {forms_wan|2} 万元, the ' ~
            'total {amount_wan|2} less basic expenditure {basic_wan|2} 万元') }}
    from {{ subjects_of('department_project_not_forms', 'int_projects_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
