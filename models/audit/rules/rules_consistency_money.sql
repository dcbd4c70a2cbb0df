with judged as (
    select
        {{ subject_columns() }},
        level_money_differs is not null as applies,
        level_money_differs as is_hit,
        {{ says('绩效目标写明“{level_money_words}”，资金表中该级资金 {level_money_wan|2} 万元',
            'The goal says “{level_money_words}”, the table has {level_money_wan|2} 万元 of that level') }}
    from {{ subjects_of('level_money_not_table', 'int_projects_spanned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
