-- the fields of work that the name and the goals of a project speak of
with forms as (
    select
        form_key,
        document_key,
        goal_text,
        names_text,
        {{ fields_spoken_of('project_name') }} as project_fields,
        {{ fields_spoken_of("replace(goal_text, " ~ name_key('project_name') ~ ", '')") }} as goal_fields
    from {{ ref('int_forms_worded') }}
),

named as (
    select
        subject_key,
        form_key,
        name_text,
        -- 带教师资 are physicians, 环境卫生 is no medicine
        regexp_replace(name_text, {{ audit_pattern('no_field_word') }}, '', 'g') as name_alone,
        count(*) over (partition by form_key) as form_indicators
    from {{ ref('int_things_named') }}
),

spoken as (
    select
        *,
        {{ fields_spoken_of('name_alone') }} as indicator_fields
    from named
),

-- a project that name and goals put into one field, and one indicator of one field
alone as (
    select
        spoken.subject_key,
        spoken.indicator_fields,
        forms.document_key,
        forms.goal_text || '。' || replace(forms.names_text, spoken.name_text, '') as form_text
    from spoken
    inner join forms on spoken.form_key = forms.form_key
    where
        length(spoken.indicator_fields) = 1
        and length(forms.project_fields) = 1
        and forms.project_fields = forms.goal_fields
        and spoken.form_indicators > 3
),

-- the fields of all projects of a document
documents as (
    select
        document_key,
        bool_or(contains(project_fields, 'a')) as has_education,
        bool_or(contains(project_fields, 'b')) as has_health
    from forms
    group by document_key
),

crossed as (
    select
        alone.subject_key,
        not contains({{ fields_spoken_of('alone.form_text') }}, alone.indicator_fields) as is_of_other_field,
        -- students and patients, where another project is theirs
        alone.indicator_fields = 'a' and documents.has_education
        or alone.indicator_fields = 'b' and documents.has_health as is_of_field_beside
    from alone
    inner join documents on alone.document_key = documents.document_key
)

select * from crossed
