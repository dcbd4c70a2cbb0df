with judged as (
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        money_differs is not null and (not is_multi_year or coalesce(money_is_of_year, false)) as applies,
        money_differs as is_hit,
        {{ says('绩效目标写明“{money_words}”，资金 {amount_wan|2} 万元',
            'The goal says “{money_words}”, the money is {amount_wan|2} 万元') }}
    from {{ subjects_of('goal_money_not_budget', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind != 'department'
        and product_wan is not null
        and amount_wan > 0
        -- what was done at less than a limit is judged by what it cost
        and not (form_kind = 'evaluation' and actual_product_wan is not null) as applies,
        -- sources that miss a part of the total of a plan are raised themselves
        product_wan > case when form_kind = 'plan' then coalesce(largest_wan, amount_wan) else amount_wan end
        * (1 + threshold) as is_hit,
        {{ says('数量“{count_target}”乘以单位成本“{cost_target}”为 {product_wan|2} 万元，超过资金 {amount_wan|2} 万元',
            'Count “{count_target}” times unit cost “{cost_target}” is {product_wan|2} 万元, above the money of ' ~
            '{amount_wan|2} 万元') }}
    from {{ subjects_of('cost_over_budget', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        annual_is_quantitative and (is_unit_cost_name or is_cost_name) and coalesce(annual_unit, '') != '%'
        and not coalesce(level1_code = '2' and is_cost_of_others, false) as applies,
        annual_value = 0 and annual_operator != 'between' and amount_wan > 0 as is_hit,
        {{ says('指标“{indicator_name}”的年度指标值为“{annual_target}”，而资金 {amount_wan|2} 万元',
            'Indicator “{indicator_name}” has the target “{annual_target}”, the money is {amount_wan|2} 万元') }}
    from {{ subjects_of('unit_cost_zero', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        level2_code in ('14', '40', '41')
        and annual_is_quantitative
        and annual_unit in ('元', '万元', '亿元')
        and annual_operator in ('=', '<=', '<')
        and limited_wan > 0
        and (
            -- of a self-evaluation a limit of all that the project costs alone
            (form_kind = 'plan' or form_kind = 'evaluation' and is_whole_cost_limit)
            -- of several years a limit of the year alone
            and (last_year = budget_year or regexp_matches(name_text, '^(年度|本年|当年|全年|每年)'))
            and not coalesce(is_saving_name or is_rate_name or is_whole_cost_name, false)
            or form_kind = 'department' and is_whole_spending_name
        ) as applies,
        -- the spending of a department is its budget, neither more nor less; 800万元 may be round, 786.42万元 is not
        annual_wan > limited_wan * (1 + threshold)
        or form_kind = 'department' and annual_wan < limited_wan * (1 - threshold)
        or form_kind = 'department'
        and annual_wan != floor(annual_wan)
        and abs(annual_wan - limited_wan) >= 1 as is_hit,
        {{ says("成本指标“{indicator_name}”的年度指标值为“{annual_target}”，{if(form_kind = 'department', '不是', '高于')}" ~
            "资金 {limited_wan|2} 万元",
            "The cost “{indicator_name}” has the target “{annual_target}”, " ~
            "{if(form_kind = 'department', 'not', 'above')} the money of {limited_wan|2} 万元") }}
    from {{ subjects_of('cost_limit_over_budget', 'int_indicators_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'plan' and product_wan > 0 and amount_wan > 0 as applies,
        -- the money is divided: ten thousand products may be more than a decimal holds
        product_wan between amount_wan * threshold / 10000 and amount_wan * 2 / 10000 as is_hit,
        {{ says('数量“{count_target}”乘以单位成本“{cost_target}”为 {product_wan|4} 万元，资金 {amount_wan|2} 万元，相差约万倍，单位疑有误',
            'Count “{count_target}” times unit cost “{cost_target}” is {product_wan|4} 万元, the money {amount_wan|2} ' ~
            '万元, about ten thousand times as much: a unit may be wrong') }}
    from {{ subjects_of('product_of_other_magnitude', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        -- ten thousand times as much is a unit left out
        is_cost_alone and last_year = budget_year and amount_wan > 0 and amount_wan / 10000 != annual_wan as applies,
        annual_wan < amount_wan * (1 - threshold) as is_hit,
        {{ says('总成本指标“{indicator_name}”的年度指标值为“{annual_target}”，资金 {amount_wan|2} 万元',
            'The cost of all, “{indicator_name}”, has the target “{annual_target}”, the money is {amount_wan|2} 万元') }}
    from {{ subjects_of('whole_cost_below_budget', 'int_indicators_noted') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
