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
),

outcomes as (
    {{ outcomes_of('judged') }}
)

select * from outcomes
