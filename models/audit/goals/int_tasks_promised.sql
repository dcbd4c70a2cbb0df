-- what a department says that a task does, in numbers; the form of its project counts the same
with matched as (
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
    inner join ({{ touched('fct_department_tasks') }}) as tasks
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
),

counts as (
    select
        form_key,
        indicator_name,
        annual_target,
        annual_value * {{ large_number('annual_unit') }} as target_value,
        {{ counted_unit('annual_unit') }} as unit,
        regexp_replace(
            regexp_replace({{ name_key('indicator_name') }}, '[(][^()]*[)]|[0-9.]+', '', 'g'),
            {{ audit_pattern('counted_ending') }}, ''
        ) as thing
    from {{ ref('int_indicators_united') }}
    where
        form_kind = 'plan'
        and annual_operator in ('=', '>=', '>')
        and not regexp_matches(annual_unit, {{ audit_pattern('no_count_unit') }})
),

-- of one unit, and of one thing by most of its characters
compared as (
    select
        said.form_key,
        said.task_name,
        said.said_in,
        said.phrase,
        said.said_value,
        counts.indicator_name,
        counts.annual_target,
        counts.target_value
    from said
    inner join counts
        on
            said.form_key = counts.form_key
            and starts_with({{ counted_unit('said.unit_words') }}, counts.unit)
            and length(counts.thing) > 1
            and length(translate(counts.thing, said.phrase, '')) * 4 <= length(counts.thing)
),

-- what is said once, and counted once
told as (
    select
        form_key,
        said_in,
        max(task_name) as task_name,
        max(phrase) as phrase,
        max(indicator_name) as indicator_name,
        max(annual_target) as annual_target,
        max(said_value) != max(target_value) as differs
    from compared
    group by form_key, said_in
    having count(*) = 1
)

select
    form_key,
    task_name as promising_task,
    phrase as task_phrase,
    indicator_name as task_indicator,
    annual_target as task_target,
    differs as differs_from_task
from told
qualify row_number() over (partition by form_key order by differs desc, said_in desc) = 1
