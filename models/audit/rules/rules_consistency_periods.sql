with judged as (
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'plan' and cycle_wan > 0 and amount_wan is not null as applies,
        amount_wan - cycle_wan > threshold as is_hit,
        {{ says('年度资金 {amount_wan|2} 万元，大于实施期资金 {cycle_wan|2} 万元',
            'The money of the year is {amount_wan|2} 万元, that of the whole cycle {cycle_wan|2} 万元') }}
    from {{ subjects_of('year_over_cycle', 'int_projects_spanned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and span_end_year is not null and amount_wan > threshold as applies,
        span_end_year < budget_year as is_hit,
        {{ says('项目期至 {span_end_year} 年止，仍列 {budget_year} 年度资金 {amount_wan|2} 万元',
            'The project ended in {span_end_year}, yet gets {amount_wan|2} 万元 in {budget_year}') }}
    from {{ subjects_of('period_over', 'int_projects_spanned') }}
    union all
    select
        {{ subject_columns() }},
        form_kind != 'department' and previous_is_over is not null as applies,
        previous_is_over as is_hit,
        {{ says('上年执行数 {previous_spent_printed}，上年预算 {previous_budget_printed}',
            'The year before {previous_spent_printed} were spent, the budget was {previous_budget_printed}') }}
    from {{ subjects_of('previous_spent_over_budget', 'int_projects_spanned') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        monitored_computed is not null as applies,
        monitored_computed > 100 + threshold as is_hit,
        {{ says('“{executed_words}”为全年资金 {amount_wan|2} 万元的 {monitored_computed|2}%',
            '“{executed_words}” is {monitored_computed|2}% of {amount_wan|2} 万元, the money of the year') }}
    from {{ subjects_of('monitored_over_budget', 'int_projects_spanned') }}
    union all
    select
        {{ subject_columns() }},
        coalesce(annual_goal, cycle_goal) is not null and not coalesce(is_classified, false) as applies,
        other_place is not null as is_hit,
        {{ says('目标文字写有“{other_place}”：{left(coalesce(annual_goal, cycle_goal), 60)}',
            'The goal names “{other_place}”: {left(coalesce(annual_goal, cycle_goal), 60)}') }}
    from {{ subjects_of('goal_of_other_county', 'int_projects_spanned') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative as applies,
        contradicted_target is not null as is_hit,
        {{ says('指标“{contradicted_name}”为“{contradicted_target}”，指标“{indicator_name}”为“{annual_target}”，同一事项两个数',
            '“{contradicted_name}” is “{contradicted_target}”, “{indicator_name}” is “{annual_target}”: two numbers ' ~
            'of one thing') }}
    from {{ subjects_of('indicator_contradicted', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns() }},
        list_is_exceeded is not null
        -- raised of the forms
        and not coalesce(projects_said != projects_printed, false)
        and not coalesce(money_differs, false) as applies,
        list_is_exceeded as is_hit,
        {{ says('文字（第{words_of_list_page}页）称 {said_of_list}，“{whole_list_heading||列表}”（第{whole_list_page}页）共 ' ~
            '{listed_projects} 个项目、{listed_wan|2} 万元：“{left(words_of_list, 90)}”',
            'The words (page {words_of_list_page}) say {said_of_list}, “{whole_list_heading||A list}” (page ' ~
            '{whole_list_page}) has {listed_projects} projects and {listed_wan|2} 万元: “{left(words_of_list, 90)}”') }}
    from {{ subjects_of('said_above_list', 'int_documents_listed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
