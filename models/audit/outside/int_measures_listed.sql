with listed as (
    select * from ({{ touched('fct_listed_projects') }}) as projects
    where has_form
),

forms as (
    select * from {{ ref('int_forms_united') }}
    where form_kind != 'department'
),

executions as (
    {{ touched('fct_execution') }}
),

-- a list of budgets is of plans, one of money spent is of self-evaluations
measured as (
    select
        forms.form_key,
        listed.listed_project_key,
        'allocated' as measure,
        listed.allocated_wan as listed_wan,
        forms.amount_wan as form_wan
    from listed
    inner join forms on listed.document_key = forms.document_key and listed.project_key = forms.project_key
    where not listed.is_evaluated and forms.form_kind = 'plan'
    union all
    select
        executions.execution_key as form_key,
        listed.listed_project_key,
        measures.measure,
        {{ of_measure('listed') }} as listed_wan,
        {{ of_measure('executions') }} as form_wan
    from listed
    inner join executions
        on listed.document_key = executions.document_key and listed.project_key = executions.project_key
    cross join {{ measures() }}
    where listed.is_evaluated
    union all
    -- a list of budgets of the year that was evaluated is of its first budget
    select
        executions.execution_key as form_key,
        listed.listed_project_key,
        'budget' as measure,
        listed.allocated_wan as listed_wan,
        executions.budget_wan as form_wan
    from listed
    inner join executions
        on listed.document_key = executions.document_key and listed.project_key = executions.project_key
    where not listed.is_evaluated and contains(listed.heading, cast(executions.year_key as varchar) || '年')
),

-- the list may mean what the form prints elsewhere
found as (
    select
        measured.listed_project_key,
        measured.form_key,
        measured.measure
    from measured
    inner join {{ ref('int_amounts_anywhere') }} as amounts on measured.form_key = amounts.form_key
    where abs(measured.listed_wan - amounts.amount_wan) < 0.01
    group by measured.listed_project_key, measured.form_key, measured.measure
),

compared as (
    select
        measured.*,
        found.form_key is null
        -- rounded, or in another unit than is said
        and measured.listed_wan not in (round(measured.form_wan, 0), round(measured.form_wan, 1))
        and not measured.listed_wan between measured.form_wan * 9999 and measured.form_wan * 10001
        and not measured.form_wan between measured.listed_wan * 9999 and measured.listed_wan * 10001 as differs
    from measured
    left join found
        on
            measured.listed_project_key = found.listed_project_key
            and measured.form_key = found.form_key
            and measured.measure = found.measure
    where measured.listed_wan is not null and measured.form_wan is not null
)

select * from compared
