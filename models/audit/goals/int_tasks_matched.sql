with forms as (
    select * from {{ ref('int_forms_united') }}
    where form_kind = 'plan' and amount_wan is not null
),

projects as (
    {{ touched_projects() }}
),

tasks as (
    {{ touched('fct_department_tasks') }}
),

task_sums as (
    select
        document_key,
        count(*) as tasks,
        sum(amount_wan) as tasks_wan
    from tasks
    where not coalesce(is_part, false)
    group by document_key
),

form_sums as (
    select
        document_key,
        count(*) as forms,
        sum(amount_wan) as forms_wan
    from forms
    group by document_key
),

-- what the tasks of a department are more than a total above them, or than as many projects in the file
excesses as (
    select
        document_key,
        computed_wan - printed_wan as excess_wan
    from ({{ touched('reconciliation') }}) as totals
    where level = 'document' and computed_wan > printed_wan
    union
    select
        forms.document_key,
        summed.tasks_wan - summed.project_wan as excess_wan
    from {{ ref('int_departments_summed') }} as summed
    inner join {{ ref('int_forms_united') }} as forms on summed.form_key = forms.form_key
    where summed.tasks_wan > summed.project_wan
    union
    select
        task_sums.document_key,
        task_sums.tasks_wan - form_sums.forms_wan as excess_wan
    from task_sums
    inner join form_sums on task_sums.document_key = form_sums.document_key and task_sums.tasks = form_sums.forms
    where task_sums.tasks_wan > form_sums.forms_wan
),

-- a task of the department and a form of a project in one file, of one name
compared as (
    select
        forms.form_key,
        tasks.department_task_key,
        tasks.task_name,
        tasks.amount_wan as task_wan,
        contains({{ name_key('projects.project_name') }}, {{ task_key('tasks.task_name') }})
        or contains({{ task_key('tasks.task_name') }}, {{ name_key('projects.project_name') }}) as is_of_name,
        -- or of some words, where the excess of all tasks is that of the one over the other
        excesses.excess_wan is not null
        and array_length(list_intersect(
            {{ character_pairs(task_key('tasks.task_name')) }}, {{ character_pairs(name_key('projects.project_name')) }}
        )) > 0 as is_excess
    from forms
    inner join projects on forms.project_key = projects.project_key
    inner join tasks
        on forms.document_key = tasks.document_key and length({{ task_key('tasks.task_name') }}) > 3
    left join excesses
        on
            tasks.document_key = excesses.document_key
            and tasks.amount_wan - forms.amount_wan = excesses.excess_wan
),

-- several of a name are nobody's
pairs as (
    select
        form_key,
        task_name,
        task_wan,
        is_excess
    from compared
    where is_of_name or is_excess
    qualify
        count(*) over (partition by form_key) = 1
        and count(*) over (partition by department_task_key) = 1
)

select * from pairs
where task_wan is not null
