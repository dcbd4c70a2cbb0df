with judged as (
    select
        {{ subject_columns() }},
        amount_wan > 0 and not is_blank as applies,
        slipped_words is not null as is_hit,
        {{ says('表内写有“{slipped_words}”，另一金额为 {slipped_wan|2} 万元，恰为一万倍',
            'The form says “{slipped_words}”, another amount is {slipped_wan|2} 万元, exactly 10,000 times as much') }}
    from {{ subjects_of('amount_in_other_unit', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        is_above_department is not null as applies,
        is_above_department as is_hit,
        {{ says('项目资金 {amount_wan|2} 万元，同一文件部门整体表的合计为 {department_wan|2} 万元',
            'The project has {amount_wan|2} 万元, its whole department in the same file {department_wan|2} 万元') }}
    from {{ subjects_of('project_over_department', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        named_words is not null and last_year = budget_year as applies,
        name_differs as is_hit,
        {{ says('项目名称写明“{named_words}”，资金 {amount_wan|2} 万元，表内没有这个数',
            'The name says “{named_words}”, the money is {amount_wan|2} 万元, and no amount of the form is that of the name') }}
    from {{ subjects_of('name_money_not_budget', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        outside_words is not null and last_year = budget_year as applies,
        outside_differs as is_hit,
        {{ says('文字写明“{left(outside_words, 90)}”，资金 {amount_wan|2} 万元，表内没有这个数',
            'The words say “{left(outside_words, 90)}”, the money is {amount_wan|2} 万元, and no amount of the form is that') }}
    from {{ subjects_of('words_money_not_plan', 'int_projects_weighed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
