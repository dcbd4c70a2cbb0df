with judged as (
    select
        {{ subject_columns() }},
        level_adds_up is not null as applies,
        not level_adds_up as is_hit,
        {{ says('“{level_name}”下各项指标的分值合计为 {level_weights|2}',
            'The weights of the indicators under “{level_name}” add up to {level_weights|2}') }}
    from {{ subjects_of('level_weight_not_indicators', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- far from 100, the column is of something else
        form_kind != 'evaluation'
        and answers = 0
        and indicators > 2
        and weights between threshold / 2 and threshold * 1.5 as applies,
        weights not in (threshold, threshold - 10)
        or coalesce(differs_from_others or leaves_no_points or prints_other_total, false) as is_hit,
        {{ says("{indicators} 项指标的分值（权重）合计 {weights|2}" ~
            "{if(gives_ten, concat('，连同预算执行的 10 分为 ', cast(weights + 10 as decimal(18, 2))), '')}" ~
            "{if(differs_from_others, '，与本文件其他表不同', '')}" ~
            "{if(leaves_no_points, '，而本文件的表以指标列出预算执行', '')}" ~
            "{if(prints_other_total, '，所印合计为 100', '')}",
            "The weights of {indicators} indicators add up to {weights|2}" ~
            "{if(gives_ten, concat(', with the 10 points of the execution to ', cast(weights + 10 as decimal(18, 2))), '')}" ~
            "{if(differs_from_others, ', unlike those of the other forms here', '')}" ~
            "{if(leaves_no_points, '; the forms here weigh the execution as an indicator', '')}" ~
            "{if(prints_other_total, '; the total printed is 100', '')}") }}
    from {{ subjects_of('plan_weights_not_hundred', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'plan' and last_share is not null as applies,
        -- shares of each period add up to all of it, shares until then end with it
        shares != threshold and (last_share != threshold or coalesce(shares_fall, false)) as is_hit,
        {{ says("资金支出计划（{share_words}）{if(last_share = threshold, '的累计数倒退', '未达到100%')}",
            "The plan of spending ({share_words}) {if(last_share = threshold, 'falls', 'does not come to 100%')}") }}
    from {{ subjects_of('spending_plan_not_hundred', 'int_projects_audited') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'department' and department_wan > 0 and department_sources > 1 as applies,
        -- less may be without a source that is not printed
        department_sources_wan - department_wan > threshold as is_hit,
        {{ says('合计 {department_wan|2} 万元，各资金来源之和 {department_sources_wan|2} 万元',
            'Total {department_wan|2} 万元; the sources add up to {department_sources_wan|2} 万元') }}
    from {{ subjects_of('department_sources_over_total', 'int_projects_spanned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
