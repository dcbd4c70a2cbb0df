-- the fields of work that the name of a project speaks of
with forms as (
    select
        form_key,
        document_key,
        {{ fields_spoken_of('project_name') }} as project_fields
    from {{ ref('int_forms_worded') }}
),

sized as (
    select form_key
    from {{ ref('int_things_named') }}
    group by form_key
    having count(*) > 3
),

-- and its goals: projects that name and goals put into one field
of_one_field as (
    select
        worded.form_key,
        worded.document_key,
        worded.goal_text,
        worded.names_text
    from forms
    inner join sized on forms.form_key = sized.form_key
    inner join {{ ref('int_forms_worded') }} as worded on forms.form_key = worded.form_key
    where
        length(forms.project_fields) = 1
        and forms.project_fields
        = {{ fields_spoken_of("replace(worded.goal_text, " ~ name_key('worded.project_name') ~ ", '')") }}
),

named as (
    select
        things.subject_key,
        things.name_text,
        of_one_field.document_key,
        of_one_field.goal_text,
        of_one_field.names_text,
        -- 带教师资 are physicians, 环境卫生 is no medicine
        regexp_replace(things.name_text, {{ audit_pattern('no_field_word') }}, '', 'g') as name_alone
    from of_one_field
    inner join {{ ref('int_things_named') }} as things on of_one_field.form_key = things.form_key
),

spoken as (
    select
        *,
        {{ fields_spoken_of('name_alone') }} as indicator_fields
    from named
),

-- and one indicator of one field
alone as (
    select
        subject_key,
        indicator_fields,
        document_key,
        goal_text || '。' || replace(names_text, name_text, '') as form_text
    from spoken
    where length(indicator_fields) = 1
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
