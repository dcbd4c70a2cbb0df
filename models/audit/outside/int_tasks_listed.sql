with tasks as (
    {{ touched('fct_department_tasks') }}
),

listed as (
    select
        document_key,
        {{ listed_name('project_name') }} as stem,
        max(heading) as heading,
        max(page) as page,
        max(allocated_wan) as listed_wan
    from ({{ touched('fct_listed_projects') }}) as projects
    where
        not is_evaluated
        and not divides_form
        and (regexp_matches(heading, {{ audit_pattern('project_list_title') }}))
    group by document_key, {{ listed_name('project_name') }}
    having count(*) = 1
),

-- a task and a row of a list of projects, of one name
compared as (
    select
        {{ department_form_subject_key('tasks.document_key', 'tasks.form_seq') }} as form_key,
        tasks.task_name,
        tasks.amount_wan as task_wan,
        listed.listed_wan,
        listed.heading as task_list_heading,
        listed.page as task_list_page,
        abs(tasks.amount_wan - listed.listed_wan) as difference_wan
    from tasks
    inner join listed
        on
            tasks.document_key = listed.document_key
            and regexp_replace({{ task_key('tasks.task_name') }}, '(专项)?(项目)?(经费|资金|支出)?$', '') = listed.stem
    where length(listed.stem) > 3 and tasks.amount_wan is not null and listed.listed_wan is not null
)

select * from compared
qualify row_number() over (partition by form_key order by difference_wan desc, task_name asc) = 1
