with tasks as (
    {{ touched('fct_department_tasks') }}
),

-- a rate printed beside what a task was given and what it spent
rated as (
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        task_name,
        task_seq,
        try_cast(regexp_extract(content, '(?:^|；)([0-9]+(?:[.][0-9]+)?)[%％](?:；|$)', 1) as decimal(18, 6)) as task_rate,
        100 * executed_wan / amount_wan as computed_rate
    from tasks
    where amount_wan > 0 and executed_wan is not null
),

compared as (
    select
        form_key,
        task_name,
        task_seq,
        task_rate,
        computed_rate,
        abs(task_rate - computed_rate) as rate_difference,
        -- the rates of the other tasks prove what it is a rate of
        bool_or(abs(task_rate - computed_rate) < 0.6) over (partition by form_key) as is_execution
    from rated
    where task_rate is not null
)

select
    form_key,
    task_name,
    task_rate,
    cast(computed_rate as decimal(18, 6)) as computed_rate,
    cast(rate_difference as decimal(18, 6)) as rate_difference
from compared
where is_execution
qualify row_number() over (partition by form_key order by rate_difference desc, task_seq asc) = 1
