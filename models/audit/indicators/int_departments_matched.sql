with indicators as (
    select
        indicators.subject_key,
        indicators.form_key,
        indicators.form_kind,
        indicators.annual_target,
        indicators.annual_value * {{ large_number('indicators.annual_unit') }} as number,
        forms.document_key,
        forms.budget_year,
        forms.amount_wan,
        {{ name_key('indicators.indicator_name') }} as name_text,
        {{ counted_unit('indicators.annual_unit') }} as unit_text,
        -- a name that a kind of form prints twice in a document is of two things
        count(*) over (
            partition by forms.document_key, indicators.form_kind, {{ name_key('indicators.indicator_name') }}
        ) as times_printed
    from {{ ref('int_indicators_united') }} as indicators
    inner join {{ ref('int_forms_united') }} as forms on indicators.form_key = forms.form_key
    where
        indicators.annual_operator in ('=', '>=', '>')
        and indicators.annual_unit != ''
        and (
            not regexp_matches(indicators.annual_unit, '[%‰/分点]')
            -- 新能源公交车占比 is of one thing, 验收合格率 of many
            or indicators.annual_unit = '%'
            and length({{ name_key('indicators.indicator_name') }}) > 5
            and not regexp_matches({{ name_key('indicators.indicator_name') }}, {{ audit_pattern('rate_of_many') }})
        )
),

parts as (
    select
        indicators.*,
        {{ name_key('tasks.task_name') }} as task_name,
        tasks.task_wan
    from indicators
    left join {{ ref('int_tasks_matched') }} as tasks on indicators.form_key = tasks.form_key
    where indicators.form_kind != 'department' and indicators.times_printed = 1
),

-- what a department promises of a thing is no less than what one of its projects promises
matched as (
    select
        whole.subject_key,
        parts.annual_target as project_target,
        whole.number < parts.number as is_below_project,
        -- nor more, where one task of the department is this project, with all its money
        whole.number > parts.number and coalesce(parts.task_wan = parts.amount_wan, false) as is_above_project
    from indicators as whole
    inner join parts
        on
            whole.document_key = parts.document_key
            and whole.budget_year = parts.budget_year
            and (
                whole.name_text = parts.name_text
                -- 惠民演出场次 of the project that is the task 文化惠民演出 is its 文化惠民演出场次
                or length(parts.name_text) > 3
                and length(parts.task_name) > 3
                and right(whole.name_text, length(parts.name_text)) = parts.name_text
                and contains(whole.name_text, parts.task_name)
            )
            and whole.unit_text = parts.unit_text
    where whole.form_kind = 'department' and whole.times_printed = 1
)

select
    subject_key,
    max(project_target) as project_target,
    bool_and(is_below_project) as is_below_project,
    bool_and(is_above_project) as is_above_project
from matched
group by subject_key
