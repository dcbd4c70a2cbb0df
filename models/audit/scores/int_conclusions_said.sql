with forms as (
    select * from {{ ref('int_forms_united') }}
    where form_kind != 'plan'
),

attributes as (
    {{ touched('project_attributes') }}
),

texts as (
    select
        form_key,
        {{ name_key('achieved_goal') }} as said
    from forms
    where achieved_goal is not null
    union all
    select
        forms.form_key,
        {{ name_key('attributes.value') }} as said
    from forms
    inner join attributes
        on forms.document_key = attributes.document_key and forms.project_key = attributes.project_key
    where regexp_matches({{ name_key('attributes.attribute') }}, {{ audit_pattern('conclusion_label') }})
)

select * from texts
