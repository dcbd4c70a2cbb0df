with forms as (
    select * from {{ ref('int_forms_united') }}
),

attributes as (
    {{ touched('project_attributes') }}
),

executions as (
    {{ touched('fct_execution') }}
),

goals as (
    {{ touched('fct_department_goals') }}
),

texts as (
    select
        form_key,
        {{ name_key("concat_ws('。', annual_goal, achieved_goal)") }} as said
    from forms
    union all
    select
        forms.form_key,
        {{ name_key('attributes.value') }} as said
    from forms
    inner join attributes
        on forms.document_key = attributes.document_key and forms.project_key = attributes.project_key
    union all
    select
        execution_key as form_key,
        {{ name_key('execution_reason') }} as said
    from executions
    union all
    select
        {{ department_form_subject_key('document_key', 'form_seq') }} as form_key,
        {{ name_key("replace(particulars, chr(10), '。')") }} as said
    from goals
),

phrases as (
    select distinct
        form_key,
        unnest(regexp_extract_all(said, {{ audit_pattern('change_said') }})) as phrase
    from texts
),

-- a price or a part that was changed is not the money of the form
of_money as (
    select
        form_key,
        phrase
    from phrases
    where not regexp_matches(phrase, {{ audit_pattern('change_of_other') }})
)

select * from of_money
