with judged as (
    select
        {{ subject_columns() }},
        calculation_words is not null as applies,
        difference_share > threshold and not coalesce(is_of_months, false) as is_hit,
        {{ says('文字写明“{calculation_words}”，算得 {calculated_wan|2} 万元',
            'The words say “{calculation_words}”, which makes {calculated_wan|2} 万元') }}
    from {{ subjects_of('product_said_wrong', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        count_words is not null as applies,
        is_over as is_hit,
        {{ says('文字写明“{left(count_words, 80)}”，各部分合计 {count_of_parts|2}，不是总数',
            'The words say “{left(count_words, 80)}”; the parts add up to {count_of_parts|2}, not to all') }}
    from {{ subjects_of('parts_over_count', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns('is_doubtful or not is_proved') }},
        form_kind = 'plan'
        and amount_wan > 0
        and not is_multi_year
        and (
            priced_wan is not null
            -- indicators that come to more than the money are raised themselves
            or product_wan <= amount_wan
            and quantity_indicators = 1
            and is_paid_out
            -- a standard that may be exceeded says nothing
            and not coalesce(regexp_matches(cost_target, '^(≥|>|不低于|不少于)'), false)
        ) as applies,
        case
            when priced_wan is null then product_wan between amount_wan * 0.3 and amount_wan * (1 - threshold)
            else
                -- indicators that say so are raised themselves
                priced_wan > amount_wan * (1 + threshold) and coalesce(product_wan <= amount_wan, true)
                or is_all_that_is_done
                and is_paid_out
                and priced_wan between amount_wan * 0.3 and amount_wan * (1 - threshold)
        end as is_hit,
        {{ says('“{factors_in_words}”为 {coalesce(priced_wan, product_wan)|2} 万元，资金 {amount_wan|2} 万元',
            '“{factors_in_words}” makes {coalesce(priced_wan, product_wan)|2} 万元, the money is {amount_wan|2} 万元') }}
    from {{ subjects_of('product_not_money', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        noted_words is not null as applies,
        output_weights != output_noted or benefit_weights != benefit_noted as is_hit,
        {{ says('表注规定产出 {output_noted|0} 分、效益 {benefit_noted|0} 分，表内各为 {output_weights|0}、{benefit_weights|0} 分',
            'The note sets {output_noted|0} points for output and {benefit_noted|0} for benefit, the form has ' ~
            '{output_weights|0} and {benefit_weights|0}') }}
    from {{ subjects_of('level_weights_not_note', 'int_projects_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        sourced_tasks is not null as applies,
        sources_missed_wan > threshold as is_hit,
        {{ says('任务预算与其资金来源之和不符（预算/来源合计，万元）：{missed_tasks}',
            'Tasks whose money is not what they are paid from (budget/sources, 万元): {missed_tasks}') }}
    from {{ subjects_of('task_not_sources', 'int_projects_reckoned') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
