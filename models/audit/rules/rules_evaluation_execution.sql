with judged as (
    select
        {{ subject_columns() }},
        computed_rate is not null and not coalesce(is_explained or is_monitored, false) as applies,
        abs(computed_rate - 100) > threshold as is_hit,
        {{ says('预算 {budget_wan|2} 万元，执行 {executed_wan|2} 万元，执行率 {computed_rate|2}%',
            'Budget {budget_wan|2} 万元, executed {executed_wan|2} 万元, rate {computed_rate|2}%') }}
    from {{ subjects_of('execution_out_of_range', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        actual_product_wan is not null and executed_wan > 0 as applies,
        actual_product_wan > executed_wan * (1 + threshold) as is_hit,
        {{ says('实际数量“{actual_count}”乘以实际单位成本“{actual_cost}”为 {actual_product_wan|2} 万元，超过执行数 ' ~
            '{executed_wan|2} 万元',
            'Actual count “{actual_count}” times actual unit cost “{actual_cost}” is {actual_product_wan|2} 万元, ' ~
            'above the executed {executed_wan|2} 万元') }}
    from {{ subjects_of('actual_cost_over_executed', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        (sources > 0 or line_in_words is not null) and coalesce(budget_wan, executed_wan) is not null as applies,
        case
            when line_in_words is not null then true
            when
                sources > 1
                or coalesce(sources_budget_wan, 0) > coalesce(initial_wan, 0)
                or coalesce(sources_executed_wan, 0) > coalesce(executed_wan, 0)
                then
                    coalesce(abs(initial_wan - sources_budget_wan) > threshold, false)
                    or coalesce(abs(adjusted_wan - sources_adjusted_wan) > threshold, false)
                    or coalesce(abs(executed_wan - sources_executed_wan) > threshold, false)
            else false
        end as is_hit,
        {{ says('年度资金总额：年初预算 {initial_wan|2|未印}、全年预算 {adjusted_wan|2|未印}、执行 {executed_wan|2|未印} 万元；' ~
            '各资金来源合计：年初预算 {sources_budget_wan|2|未印}、全年预算 {sources_adjusted_wan|2|未印}、执行 ' ~
            '{sources_executed_wan|2|未印} 万元{line_in_words||}',
            'Total: first budget {initial_wan|2|not printed}, adjusted {adjusted_wan|2|not printed}, executed ' ~
            '{executed_wan|2|not printed} 万元; sources: {sources_budget_wan|2|not printed}, ' ~
            '{sources_adjusted_wan|2|not printed}, {sources_executed_wan|2|not printed} 万元{line_in_english||}') }}
    from {{ subjects_of('execution_total_not_parts', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        -- a first budget of zero may have been added to; one of the whole year was not
        -- and a rate of no more than 100 beside a first budget alone is of a budget that was added to
        (budget_wan > 0 or adjusted_wan = 0)
        and executed_wan is not null
        and not coalesce(adjusted_wan is null and execution_rate between 2 and 100, false) as applies,
        executed_wan > budget_wan + threshold as is_hit,
        {{ says('执行数 {executed_wan|2} 万元，超过预算数 {budget_wan|2} 万元',
            'Executed {executed_wan|2} 万元, above the budget of {budget_wan|2} 万元') }}
    from {{ subjects_of('execution_over_budget', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        execution_weight > 0 and execution_score is not null and computed_rate is not null
        -- a wrong rate is said by its own rule, with the score that follows it
        and not coalesce(
            least(
                abs(execution_rate - computed_rate),
                abs(execution_rate - coalesce(100 * executed_wan / nullif(initial_wan, 0), computed_rate))
            ) > 1
            and abs(execution_score - execution_weight * least(execution_rate, 100) / 100) <= 0.01,
            false
        ) as applies,
        -- a score that rests on a rate which is itself wrong, that of the first budget too, is judged without
        -- allowance; so is one beside a note that says how it is to be made
        execution_score - execution_weight * least(computed_rate, 100) / 100
        > execution_weight * case
            when
                is_scored_by_rate
                or least(
                    abs(execution_rate - computed_rate),
                    abs(execution_rate - coalesce(100 * executed_wan / nullif(initial_wan, 0), computed_rate))
                ) > 1
                then 0.01
            else threshold
        end as is_hit,
        {{ says('执行率 {computed_rate|2}%，执行率得分 {execution_score|2}，分值 {execution_weight|2}',
            'Execution rate {computed_rate|2}%, score {execution_score|2}, full score {execution_weight|2}') }}
    from {{ subjects_of('execution_score_not_rate', 'int_evaluations_audited') }}
    union all
    select
        {{ subject_columns() }},
        computed_rate is not null and all_scored and all_weighted and not coalesce(is_explained, false) as applies,
        computed_rate < threshold and all_full as is_hit,
        {{ says('执行率 {computed_rate|2}%，各项指标均得满分',
            'Execution rate {computed_rate|2}%, and every indicator has its full score') }}
    from {{ subjects_of('full_scores_low_execution', 'int_evaluations_audited') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
