with forms as (
    select
        form_key,
        project_key,
        {{ ordinals_parted(name_key('annual_goal')) }} as goal_text,
        {{ ordinals_parted(name_key('achieved_goal')) }} as achieved_text
    from {{ ref('int_forms_united') }}
),

projects as (
    {{ touched_projects() }}
),

tasks as (
    {{ touched('fct_department_tasks') }}
),

-- beside actual values, a task says what was achieved
answered as (
    select distinct form_key
    from {{ ref('int_indicators_united') }}
    where has_answer
),

texts as (
    select
        form_key,
        cast(null as bigint) as subject_key,
        'goal' as said_in,
        goal_text as said
    from forms
    where not regexp_matches(goal_text, {{ audit_pattern('several_years_goal') }})
    union all
    select
        form_key,
        cast(null as bigint) as subject_key,
        'achieved' as said_in,
        achieved_text as said
    from forms
    union all
    select
        {{ department_form_subject_key('tasks.document_key', 'tasks.form_seq') }} as form_key,
        cast(null as bigint) as subject_key,
        'task' as said_in,
        {{ name_key("concat_ws('。', tasks.task_name, tasks.content)") }} as said
    from tasks
    left join answered on {{ department_form_subject_key('tasks.document_key', 'tasks.form_seq') }} = answered.form_key
    where answered.form_key is null
    union all
    select
        forms.form_key,
        cast(null as bigint) as subject_key,
        'project' as said_in,
        {{ name_key('projects.project_name') }} as said
    from forms
    inner join projects on forms.project_key = projects.project_key
    union all
    select
        form_key,
        subject_key,
        'indicator' as said_in,
        {{ name_key('indicator_name') }} as said
    from {{ ref('int_indicators_united') }}
)

select * from texts
