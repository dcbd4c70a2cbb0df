-- what a form prints anywhere: its money and its sources, what levels of government give, totals printed apart
with forms as (
    select
        form_key,
        document_key,
        project_key
    from {{ ref('int_forms_united') }}
    where form_kind != 'department'
),

amounts as (
    select
        printed.form_key,
        printed.amount_wan
    from {{ ref('int_amounts_printed') }} as printed
    inner join forms on printed.form_key = forms.form_key
    union
    select
        forms.form_key,
        levels.amount_wan
    from ({{ touched('fct_funding_levels') }}) as levels
    inner join forms on levels.document_key = forms.document_key and levels.project_key = forms.project_key
    union
    select
        forms.form_key,
        totals.printed_wan as amount_wan
    from ({{ touched('reconciliation') }}) as totals
    inner join forms on totals.document_key = forms.document_key and totals.project_key = forms.project_key
)

select * from amounts
where amount_wan is not null
