with tasks as (
    {{ touched('fct_department_tasks') }}
),

matched as (
    select
        matched.form_key,
        matched.task_name,
        matched.task_wan = forms.amount_wan as is_whole,
        forms.document_key
    from {{ ref('int_tasks_matched') }} as matched
    inner join {{ ref('int_forms_united') }} as forms on matched.form_key = forms.form_key
),

-- in the words of the task, or in the goal where all money of the task is the project's
texts as (
    select
        matched.form_key,
        matched.task_name,
        'task' as said_in,
        {{ without_dates(name_key('tasks.content')) }} as said
    from matched
    inner join tasks
        on matched.document_key = tasks.document_key and matched.task_name = tasks.task_name
    union all
    select
        matched.form_key,
        matched.task_name,
        'goal' as said_in,
        {{ without_dates(name_key('goals.annual_goal')) }} as said
    from matched
    inner join {{ ref('int_forms_united') }} as goals
        on matched.document_key = goals.document_key and goals.form_kind = 'department'
    where
        matched.is_whole
        and not regexp_matches({{ name_key('goals.annual_goal') }}, {{ audit_pattern('several_years_goal') }})
),

phrases as (
    select
        form_key,
        task_name,
        said_in,
        unnest(regexp_extract_all(said, {{ counted_phrase() }})) as phrase
    from texts
),

said as (
    select
        form_key,
        task_name,
        said_in,
        phrase,
        regexp_extract(phrase, '[^0-9,.]*$') as unit_words,
        try_cast(replace(regexp_extract(phrase, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(18, 6))
        * {{ large_number("regexp_extract(phrase, '[^0-9,.]*$')") }} as said_value
    from phrases
    where not regexp_matches(phrase, {{ audit_pattern('not_promised') }})
)

select * from said
