-- a row of a list is no form of its project
with lines as (
    select distinct
        document_key,
        line
    from ({{ touched('fct_listed_projects') }}) as listed
),

forms as (
    select united.*
    from {{ ref('int_forms_united') }} as united
    left join lines on united.document_key = lines.document_key and united.line = lines.line
    where united.form_kind != 'department' and lines.line is null
),

executions as (
    {{ touched('fct_execution') }}
),

funding as (
    {{ touched('fct_funding') }}
),

printed as (
    select
        document_key,
        project_key,
        max(printed_wan) as printed_wan
    from ({{ touched('reconciliation') }}) as totals
    where level = 'project' and amount_kind = 'allocated'
    group by document_key, project_key
),

counted as (
    select
        document_key,
        form_kind,
        count(*) as forms,
        count(distinct project_key) as projects
    from forms
    group by document_key, form_kind
),

amounts as (
    select
        forms.form_key,
        'total' as source,
        'allocated' as measure,
        coalesce(printed.printed_wan, forms.amount_wan) as amount_wan
    from forms
    left join printed on forms.document_key = printed.document_key and forms.project_key = printed.project_key
    where forms.form_kind = 'plan'
    union all
    select
        forms.form_key,
        'fiscal' as source,
        'allocated' as measure,
        funding.amount_wan
    from forms
    inner join funding on forms.document_key = funding.document_key and forms.project_key = funding.project_key
    where forms.form_kind = 'plan' and funding.funding_source_key = 1
    union all
    select
        executions.execution_key as form_key,
        'total' as source,
        measures.measure,
        {{ of_measure('executions') }} as amount_wan
    from executions
    cross join {{ measures() }}
    union all
    select
        executions.execution_key as form_key,
        'fiscal' as source,
        measures.measure,
        {{ of_measure('sources') }} as amount_wan
    from ({{ touched('fct_execution_by_source') }}) as sources
    inner join executions
        on sources.document_key = executions.document_key and sources.project_key = executions.project_key
    cross join {{ measures() }}
    where sources.funding_source_key = 1
),

summed as (
    select
        forms.document_key,
        forms.form_kind,
        counted.forms,
        amounts.source,
        amounts.measure,
        cast(sum(amounts.amount_wan) as decimal(18, 6)) as amount_wan,
        count(amounts.amount_wan) = counted.forms as is_complete
    from forms
    inner join counted on forms.document_key = counted.document_key and forms.form_kind = counted.form_kind
    inner join amounts on forms.form_key = amounts.form_key
    where counted.forms = counted.projects
    group by forms.document_key, forms.form_kind, counted.forms, amounts.source, amounts.measure
)

select * from summed
