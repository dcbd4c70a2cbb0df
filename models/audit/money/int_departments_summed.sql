with budget as (
    {{ touched('fct_department_budget') }}
),

tasks as (
    select
        document_key,
        form_seq,
        sum(amount_wan) filter (where is_part is not true) as tasks_wan,
        sum(executed_wan) filter (where is_part is not true) as tasks_executed_wan,
        not bool_or(regexp_matches({{ name_key('task_name') }}, {{ audit_pattern('basic_task') }}))
            as tasks_are_projects
    from {{ ref('fct_department_tasks') }}
    {{ where_touched() }}
    group by document_key, form_seq
),

items as (
    select
        document_key,
        form_seq,
        max(amount_wan) filter (where item = 'total') as total_wan,
        max(amount_wan) filter (where item = 'basic') + max(amount_wan) filter (where item = 'project')
        in (max(initial_wan) filter (where item = 'total'), max(executed_wan) filter (where item = 'total'))
            as parts_are_of_other_column,
        max(amount_wan) filter (where item = 'basic') as basic_wan,
        max(amount_wan) filter (where item = 'project') as project_wan,
        max(executed_wan) filter (where item = 'project') as project_executed_wan,
        max(executed_wan) filter (where item = 'total')
        - max(executed_wan) filter (where item = 'basic')
        - max(executed_wan) filter (where item = 'project') as executed_difference_wan,
        sum(amount_wan) filter (where item in ('fiscal', 'special_account', 'other')) as sources_wan,
        count(amount_wan) filter (where item in ('fiscal', 'special_account', 'other')) as sources,
        bool_and(is_proved) as is_proved
    from budget
    group by document_key, form_seq
),

summed as (
    select
        {{ department_form_subject_key('items.document_key', 'items.form_seq') }} as form_key,
        items.*,
        tasks.tasks_wan,
        tasks.tasks_executed_wan,
        tasks.tasks_are_projects
    from items
    left join tasks on items.document_key = tasks.document_key and items.form_seq = tasks.form_seq
)

select * from summed
