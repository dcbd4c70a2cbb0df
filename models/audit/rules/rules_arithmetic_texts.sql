with judged as (
    select
        {{ subject_columns() }},
        has_sum as applies,
        sum_words is not null as is_hit,
        {{ says('文字写明“{sum_words}”，括号内各来源合计 {sum_due|2} 万元',
            'The words say “{sum_words}”; the sources in brackets add up to {sum_due|2} 万元') }}
    from {{ subjects_of('sum_in_brackets_wrong', 'int_documents_listed') }}
    union all
    select
        {{ subject_columns() }},
        has_change as applies,
        change_words is not null as is_hit,
        {{ says('两年数额与所印变动率 → 按数额计：{change_words}',
            'Two years and the change printed → the one that the amounts give: {change_words}') }}
    from {{ subjects_of('change_rate_not_amounts', 'int_documents_listed') }}
    union all
    select
        {{ subject_columns() }},
        has_budget as applies,
        budget_words is not null as is_hit,
        {{ says('年初预算数、调整数、全年预算数为“{budget_words}”，前两数合计 {budget_due|2}',
            'First budget, change and budget of the year are “{budget_words}”; the first two make {budget_due|2}') }}
    from {{ subjects_of('change_not_budget', 'int_documents_listed') }}
    union all
    select
        {{ subject_columns() }},
        characters_outside > 0 or balance_words is not null as applies,
        balance_words is not null as is_hit,
        {{ says('收入与支出合计不等：{balance_words}', 'Income and spending differ: {balance_words}') }}
    from {{ subjects_of('income_not_spending', 'int_documents_listed') }}
    union all
    select
        {{ subject_columns() }},
        ratio_words is not null as applies,
        ratio_differs as is_hit,
        {{ says('文字写明“{ratio_words}”，按两数计为 {ratio_due|2}%',
            'The words say “{ratio_words}”; the two numbers give {ratio_due|2}%') }}
    from {{ subjects_of('share_said_wrong', 'int_projects_weighed') }}
    union all
    select
        {{ subject_columns() }},
        times_words is not null as applies,
        times_differ as is_hit,
        {{ says('“{times_words}”：次数乘以每次人数为 {times_product|2}，总数为 {times_total|2}',
            '“{times_words}”: the times by those of each make {times_product|2}, the total is {times_total|2}') }}
    from {{ subjects_of('times_not_total', 'int_projects_weighed') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
