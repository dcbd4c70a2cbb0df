-- forms of one project, one of which has about the money of all the others: the form of all regions
with forms as (
    select
        worded.form_key,
        worded.document_key,
        worded.project_name,
        united.amount_wan,
        sum(united.amount_wan) over same_project as same_wan,
        max(united.amount_wan) over same_project as most_wan,
        count(*) over same_project as same_forms
    from {{ ref('int_forms_worded') }} as worded
    inner join {{ ref('int_forms_united') }} as united on worded.form_key = united.form_key
    where united.form_kind = 'plan'
    window same_project as (partition by worded.document_key, worded.project_name)
),

indicators as (
    select
        subject_key,
        form_key,
        {{ name_key('indicator_name') }} as name_text,
        annual_unit,
        annual_value
    from {{ ref('int_indicators_united') }}
    where annual_is_quantitative
),

pairs as (
    select
        forms.form_key,
        forms.amount_wan,
        forms.same_wan - forms.amount_wan as others_wan,
        others.form_key as region_form_key
    from forms
    inner join forms as others
        on
            forms.document_key = others.document_key
            and forms.project_name = others.project_name
            and forms.form_key != others.form_key
    where
        forms.same_forms > 2
        and forms.amount_wan = forms.most_wan
        and forms.same_wan between 1.9 * forms.amount_wan and 2.1 * forms.amount_wan
)

select
    whole.subject_key,
    pairs.form_key as whole_form_key,
    pairs.amount_wan as whole_wan,
    pairs.others_wan as regions_wan,
    pairs.region_form_key,
    parts.annual_value as region_value
from pairs
inner join indicators as whole on pairs.form_key = whole.form_key
left join indicators as parts
    on
        pairs.region_form_key = parts.form_key
        and whole.name_text = parts.name_text
        and whole.annual_unit is not distinct from parts.annual_unit
