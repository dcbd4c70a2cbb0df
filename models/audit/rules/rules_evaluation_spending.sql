with judged as (
    select
        {{ subject_columns() }},
        executed_tasks > 0 and not coalesce(tasks_are_of_first_budget, false) as applies,
        task_over_wan > threshold as is_hit,
        {{ says('任务执行数超过预算数（执行/预算，万元）：{over_words}',
            'Tasks that executed more than their budget (executed/budget, 万元): {over_words}') }}
    from {{ subjects_of('task_over_budget', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        task_unspent_wan is not null as applies,
        task_unspent_wan > threshold as is_hit,
        {{ says('任务文字写明资金全部支付，执行数低于预算数（执行/预算，万元）：{unspent_words}',
            'Tasks that say all was paid and executed less than their budget (executed/budget, 万元): {unspent_words}') }}
    from {{ subjects_of('task_spending_said', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        cost_wan is not null as applies,
        cost_wan - cost_executed_wan > cost_wan * threshold as is_hit,
        {{ says('指标“{indicator_name}”的完成值为“{actual}”，执行数 {cost_executed_wan|2} 万元',
            'The actual value of “{indicator_name}” is “{actual}”, and {cost_executed_wan|2} 万元 were executed') }}
    from {{ subjects_of('whole_cost_not_spent', 'int_performance_audited') }}
    union all
    select
        {{ subject_columns() }},
        change_asked is not null and abs(adjusted_wan - initial_wan) > threshold as applies,
        change_told is null as is_hit,
        {{ says('年初预算 {initial_wan|2} 万元，全年预算 {adjusted_wan|2} 万元，表注“{change_asked}”，未说明',
            'Initial budget {initial_wan|2} 万元, adjusted budget {adjusted_wan|2} 万元; the form says “{change_asked}” ' ~
            'and gives no reason') }}
    from {{ subjects_of('change_without_reason', 'int_evaluations_worded') }}
    union all
    select
        {{ subject_columns() }},
        rate_asked is not null and computed_rate < asked_below as applies,
        rate_told is null as is_hit,
        {{ says('执行率 {computed_rate|2}%，表注“{rate_asked}”，未说明',
            'Execution rate {computed_rate|2}%; the form says “{rate_asked}” and gives no reason') }}
    from {{ subjects_of('low_execution_without_reason', 'int_evaluations_worded') }}
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
