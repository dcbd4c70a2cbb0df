with forms as (
    select * from {{ ref('int_forms_worded') }}
    where form_kind = 'plan'
),

attributes as (
    select
        form_united.form_key,
        {{ name_key('attributes.value') }} as region_text
    from ({{ touched('project_attributes') }}) as attributes
    inner join {{ ref('int_forms_united') }} as form_united
        on attributes.document_key = form_united.document_key and attributes.project_key = form_united.project_key
    where
        regexp_full_match({{ name_key('attributes.attribute') }}, {{ audit_pattern('region_label') }})
        and regexp_full_match({{ name_key('attributes.value') }}, {{ audit_pattern('region_name') }})
),

-- a form of one project for each region (县（区）: 临泽县)
regions as (
    select
        forms.form_key,
        forms.document_key,
        forms.project_name,
        forms.goal_text,
        max(attributes.region_text) as region_text
    from forms
    inner join attributes on forms.form_key = attributes.form_key
    group by forms.form_key, forms.document_key, forms.project_name, forms.goal_text
    having count(distinct attributes.region_text) = 1
),

named as (
    select
        own.form_key,
        max(own.region_text) as region_name,
        max(case when contains(own.goal_text, others.region_text) then others.region_text end) as other_region_name,
        max(cast(contains(own.goal_text, own.region_text) as integer)) = 1 as names_own_region
    from regions as own
    inner join regions as others
        on
            own.document_key = others.document_key
            and own.project_name = others.project_name
            and own.region_text != others.region_text
    group by own.form_key
)

select
    form_key,
    region_name,
    case when not names_own_region then other_region_name end as other_region_name
from named
