with tasks as (
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        task_seq,
        task_name,
        {{ name_key('content') }} as content_text
    from ({{ touched('fct_department_tasks') }}) as tasks
    where content is not null
),

-- what was counted and fell short, by the last four characters of its thing: 应急演练
missed as (
    select
        indicators.form_key,
        scores.indicator_name || ' ' || scores.target || '，' || scores.actual as missed_words,
        {{ noun_alone(name_key('scores.indicator_name')) }} as thing
    from {{ ref('int_scores_united') }} as scores
    inner join {{ ref('int_indicators_united') }} as indicators on scores.subject_key = indicators.subject_key
    where
        indicators.form_kind = 'department'
        and not scores.target_met
        and scores.target_is_quantitative
        and scores.actual_is_quantitative
),

compared as (
    select
        tasks.form_key,
        tasks.task_name,
        case
            when
                length(missed.thing) = 4
                and contains({{ name_key('tasks.task_name') }} || tasks.content_text, missed.thing)
                then missed.missed_words
        end as missed_words
    from tasks
    left join missed on tasks.form_key = missed.form_key
    where regexp_matches(tasks.content_text, {{ audit_pattern('task_done') }})
)

select
    form_key,
    count(distinct task_name) as done_tasks,
    min(case when missed_words is not null then task_name end) as done_task,
    min(missed_words) as missed_words
from compared
group by form_key
