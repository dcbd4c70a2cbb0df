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

-- a task of the department and a form of a project in one file, of one name; several of a name are nobody's
pairs as (
    select
        forms.form_key,
        tasks.task_name,
        tasks.amount_wan as task_wan
    from forms
    inner join projects on forms.project_key = projects.project_key
    inner join tasks
        on
            forms.document_key = tasks.document_key
            and length({{ name_key('tasks.task_name') }}) > 3
            and (
                contains({{ name_key('projects.project_name') }}, {{ name_key('tasks.task_name') }})
                or contains({{ name_key('tasks.task_name') }}, {{ name_key('projects.project_name') }})
            )
    qualify
        count(*) over (partition by forms.form_key) = 1
        and count(*) over (partition by tasks.department_task_key) = 1
)

select * from pairs
where task_wan is not null
