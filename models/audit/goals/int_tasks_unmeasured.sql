with tasks as (
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        task_name,
        regexp_replace(
            regexp_replace(
                {{ name_key("concat_ws('。', task_name, content)") }}, {{ audit_pattern('common_word') }}, '', 'g'
            ),
            '[0-9,;。、.:]+', '', 'g'
        ) as words
    from ({{ touched('fct_department_tasks') }}) as tasks
    -- that tells how much is done, or what in words of its own
    where
        not regexp_matches({{ name_key('task_name') }}, {{ audit_pattern('basic_task') }})
        and regexp_matches(content, '[0-9]')
),

indicators as (
    select
        form_key,
        string_agg({{ name_key("concat_ws('。', indicator_name, annual_target)") }}, '。' order by subject_key) as words,
        count(*) as indicators
    from {{ ref('int_indicators_united') }}
    where form_kind = 'department'
    group by form_key
    -- one of all tasks measures each
    having
        count(*) > 3
        and not bool_or(regexp_matches({{ name_key('indicator_name') }}, {{ audit_pattern('any_task') }}))
),

-- not two characters of a task stand beside each other in any indicator
compared as (
    select
        tasks.form_key,
        tasks.task_name,
        array_length(list_intersect(
            {{ character_pairs('tasks.words') }}, {{ character_pairs('indicators.words') }}
        )) = 0 as is_unmeasured
    from tasks
    inner join indicators on tasks.form_key = indicators.form_key
    where length(tasks.words) > 3
),

gathered as (
    select
        form_key,
        count(*) as tasks,
        count(case when is_unmeasured then 1 end) as unmeasured_tasks,
        string_agg(case when is_unmeasured then task_name end, '、' order by task_name) as unmeasured_task_names
    from compared
    group by form_key
)

select * from gathered
