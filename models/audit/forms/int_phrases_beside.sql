{%- set blank = "' 　' || chr(10) || chr(11) || chr(13)" -%}
with forms as (
    select
        form_key,
        form_kind,
        document_key,
        char_start,
        count(*) over (partition by document_key) as document_forms,
        coalesce(lag(char_start) over (partition by document_key order by char_start, form_key), 0) as last_start,
        lead(char_start) over (partition by document_key order by char_start, form_key) as next_start
    from {{ ref('int_forms_united') }}
),

-- from the name of its project on to that of the next; of a document that holds one form, all of its words
spans as (
    select
        forms.form_key,
        case
            when forms.document_forms = 1 then translate(texts.text, {{ blank }}, '')
            else regexp_extract(
                translate(
                    substr(texts.text, forms.last_start + 1, forms.char_start - forms.last_start), {{ blank }}, ''
                ),
                '.*(项目名称.*)$', 1
            ) || regexp_replace(
                translate(
                    substr(
                        texts.text,
                        forms.char_start + 1,
                        coalesce(forms.next_start, length(texts.text)) - forms.char_start
                    ),
                    {{ blank }}, ''
                ),
                '项目名称.*$', ''
            )
        end as solid
    from forms
    inner join {{ ref('stg_sources') }} as texts on forms.document_key = texts.document_id
    where forms.form_kind != 'plan' or forms.document_forms = 1
),

said as (
    select
        form_key,
        translate(solid, '，：（）', ',:()') as said,
        -- without the notes and labels that ask for reasons
        regexp_replace(translate(solid, '，：（）', ',:()'), {{ audit_pattern('no_reason_told') }}, '', 'g') as told
    from spans
),

phrases as (
    select
        form_key,
        'survey' as said_of,
        unnest(regexp_extract_all(said, {{ audit_pattern('survey_said') }})) as phrase
    from said
    union all
    select
        form_key,
        'counted' as said_of,
        unnest(regexp_extract_all(said, {{ audit_pattern('counted_said') }})) as phrase
    from said
    union all
    select
        form_key,
        'grades' as said_of,
        regexp_extract(said, {{ audit_pattern('grades_defined') }}) as phrase
    from said
    union all
    select
        form_key,
        'change_asked' as said_of,
        regexp_extract(said, {{ audit_pattern('change_asked') }}) as phrase
    from said
    union all
    select
        form_key,
        'change_told' as said_of,
        regexp_extract(told, {{ audit_pattern('change_told') }}) as phrase
    from said
    union all
    select
        form_key,
        'rate_asked' as said_of,
        regexp_extract(said, {{ audit_pattern('rate_asked') }}) as phrase
    from said
    union all
    select
        form_key,
        'rate_told' as said_of,
        regexp_extract(told, {{ audit_pattern('shortfall_told') }}) as phrase
    from said
)

select distinct
    form_key,
    said_of,
    phrase
from phrases
where phrase != ''
