{%- set spent = "cast(cast(tasks.executed_wan as decimal(18, 2)) as varchar)" -%}
{%- set given = "cast(cast(tasks.amount_wan as decimal(18, 2)) as varchar)" -%}
with tasks as (
    {{ touched('fct_department_tasks') }}
),

executed as (
    select
        {{ department_form_subject_key('tasks.document_key', 'tasks.form_seq') }} as form_key,
        tasks.task_seq,
        tasks.executed_wan - tasks.amount_wan as over_wan,
        case
            when regexp_matches({{ name_key('tasks.content') }}, {{ audit_pattern('all_spent') }})
                then tasks.amount_wan - tasks.executed_wan
        end as unspent_wan,
        tasks.task_name || '（' || {{ spent }} || '/' || {{ given }} || '）' as task_words
    from tasks
    where tasks.amount_wan > 0 and tasks.executed_wan is not null and tasks.is_part is not true
),

-- the largest of each kind stands for its form
gathered as (
    select
        executed.form_key,
        count(*) as executed_tasks,
        max(executed.over_wan) as task_over_wan,
        max(executed.unspent_wan) as task_unspent_wan,
        string_agg(
            case when executed.over_wan > 0 then executed.task_words end, '、' order by executed.task_seq
        ) as over_words,
        string_agg(
            case when executed.unspent_wan > 0 then executed.task_words end, '、' order by executed.task_seq
        ) as unspent_words
    from executed
    group by executed.form_key
)

-- tasks of the first budget may spend what was added to it
select
    gathered.*,
    coalesce(
        totals.adjusted_wan > totals.budget_wan
        and summed.tasks_wan not in (summed.project_wan, summed.total_wan),
        false
    ) as tasks_are_of_first_budget
from gathered
left join {{ ref('int_executions_united') }} as totals on gathered.form_key = totals.form_key
left join {{ ref('int_departments_summed') }} as summed on gathered.form_key = summed.form_key
