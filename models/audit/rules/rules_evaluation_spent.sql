with judged as (
    select
        {{ subject_columns() }},
        product_spent_wan is not null and is_product_all and executed_wan > 0 as applies,
        -- more than was executed is raised itself
        product_spent_wan < executed_wan * (1 - threshold) as is_hit,
        {{ says('实际数量“{count_words}”乘以实际单位成本“{cost_words}”为 {product_spent_wan|2} 万元，执行数 {executed_wan|2} 万元',
            'Actual count “{count_words}” times actual unit cost “{cost_words}” is {product_spent_wan|2} 万元; ' ~
            '{executed_wan|2} 万元 were executed') }}
    from {{ subjects_of('product_not_executed', 'int_evaluations_spent') }}
    union all
    select
        {{ subject_columns() }},
        costs_spent_wan is not null and executed_wan > 0 and budget_wan > 0 as applies,
        -- where the limits are all the money, what was paid is all that was executed; a part of it is never more
        costs_spent_wan > executed_wan * (1 + threshold)
        or costs_wan >= budget_wan * (1 - threshold) and costs_spent_wan < executed_wan * (1 - threshold) as is_hit,
        {{ says('各项成本的完成值（{costs_spent_words}）合计 {costs_spent_wan|2} 万元，执行数 {executed_wan|2} 万元',
            'The actual costs ({costs_spent_words}) add up to {costs_spent_wan|2} 万元; {executed_wan|2} 万元 were executed') }}
    from {{ subjects_of('costs_not_executed', 'int_evaluations_spent') }}
    union all
    select
        {{ subject_columns() }},
        execution_rate is not null and coalesce(executed_wan, sources_executed_wan) is not null as applies,
        -- a total of zero above what its sources executed is raised itself
        execution_rate = 0 and coalesce(executed_wan, sources_executed_wan) > threshold as is_hit,
        {{ says('所印执行率为 0，而执行数为 {coalesce(executed_wan, sources_executed_wan)|2} 万元',
            'The printed execution rate is 0; {coalesce(executed_wan, sources_executed_wan)|2} 万元 were executed') }}
    from {{ subjects_of('rate_zero_money_spent', 'int_evaluations_spent') }}
    union all
    select
        {{ subject_columns() }},
        part_name is not null as applies,
        part_excess_share > case when is_scored_by_rate then 0.01 else threshold end as is_hit,
        {{ says('“{part_name}”执行率 {part_rate|2}%，得分 {part_score|2}，分值 {part_weight|2}',
            '“{part_name}”: execution rate {part_rate|2}%, score {part_score|2}, full score {part_weight|2}') }}
    from {{ subjects_of('part_score_not_rate', 'int_evaluations_spent') }}
    union all
    select
        {{ subject_columns() }},
        form_kind = 'evaluation'
        and has_rate_column
        and coalesce(execution_weight, execution_score) is not null
        and budget_wan > 0
        and executed_wan is not null as applies,
        execution_rate is null as is_hit,
        {{ says('预算 {budget_wan|2} 万元，执行 {executed_wan|2} 万元，执行率一栏未填',
            'Budget {budget_wan|2} 万元, executed {executed_wan|2} 万元; the rate is not filled in') }}
    from {{ subjects_of('execution_rate_missing', 'int_evaluations_spent') }}
    union all
    select
        {{ subject_columns() }},
        line_executed is not null as applies,
        -- of the whole it is raised itself
        line_executed > line_budget + threshold
        and not coalesce(executed_wan > budget_wan + threshold, false) as is_hit,
        {{ says('“{exceeded_source}”预算 {line_budget|2}，执行 {line_executed|2}，超过预算',
            '“{exceeded_source}” had a budget of {line_budget|2} and executed {line_executed|2}') }}
    from {{ subjects_of('source_over_budget', 'int_evaluations_spent') }}
    union all
    select
        {{ subject_columns() }},
        dated_words is not null as applies,
        is_said_later as is_hit,
        {{ says('{score_in_words}；原因写明“{dated_words}”，晚于完成值',
            '{score_in_english}; the reason says “{dated_words}”, later than the actual value') }}
    from {{ subjects_of('reason_dated_after', 'int_performance_reckoned') }}
    union all
    select
        {{ subject_columns() }},
        done_tasks > 0 as applies,
        done_task is not null as is_hit,
        {{ says('任务“{done_task}”写明完成，而指标“{task_missed_words}”未完成',
            'The task “{done_task}” is said to be done; the indicator “{task_missed_words}” was missed') }}
    from {{ subjects_of('task_done_not_indicator', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        execution_rate > 0 and budget_wan > 0 as applies,
        executed_wan is null and coalesce(sources_executed_wan, 0) = 0 as is_hit,
        {{ says('执行数未填，所印执行率 {execution_rate|2}，得分 {execution_score|2|未印}',
            'No executed amount is printed, yet a rate of {execution_rate|2}, score {execution_score|2|not printed}') }}
    from {{ subjects_of('rate_without_executed', 'int_evaluations_spent') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
