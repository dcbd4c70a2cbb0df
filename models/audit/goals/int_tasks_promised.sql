-- the form of a project counts what the department says that its task does
with said as (
    select * from {{ ref('int_tasks_said') }}
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
