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
        and not regexp_matches(indicators.annual_unit, '[%‰/分点]')
),

-- what a department promises of a thing is no less than what one of its projects promises
matched as (
    select
        whole.subject_key,
        parts.annual_target as project_target,
        whole.number < parts.number as is_below_project,
        -- nor more, where one task of the department is this project, with all its money
        whole.number > parts.number and coalesce(tasks.task_wan = parts.amount_wan, false) as is_above_project
    from indicators as whole
    inner join indicators as parts
        on
            whole.document_key = parts.document_key
            and whole.budget_year = parts.budget_year
            and whole.name_text = parts.name_text
            and whole.unit_text = parts.unit_text
            and parts.form_kind != 'department'
            and parts.times_printed = 1
    left join {{ ref('int_tasks_matched') }} as tasks on parts.form_key = tasks.form_key
    where whole.form_kind = 'department' and whole.times_printed = 1
)

select
    subject_key,
    max(project_target) as project_target,
    bool_and(is_below_project) as is_below_project,
    bool_and(is_above_project) as is_above_project
from matched
group by subject_key
