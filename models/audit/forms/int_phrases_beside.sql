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

texts as (
    select
        document_id as document_key,
        text
    from {{ ref('stg_sources') }}
),

-- from the name of its project on to that of the next; of a document that holds one form, all of its words
spans as (
    select
        forms.form_key,
        case
            when forms.document_forms = 1 then translate(texts.text, {{ blank }}, '')
            else regexp_extract(
                translate(substr(texts.text, forms.last_start + 1, forms.char_start - forms.last_start), {{ blank }}, ''),
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
    inner join texts on forms.document_key = texts.document_key
    where forms.form_kind != 'plan'
),

said as (
    select
        form_key,
        translate(solid, '，：（）', ',:()') as said
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
    {%- for asked, told in [('change', 'change'), ('rate', 'shortfall')] %}
    -- a reason that a note of the form asks for, and words that may be one
    union all
    select
        form_key,
        '{{ asked }}_asked' as said_of,
        nullif(regexp_extract(said, {{ audit_pattern(asked ~ '_asked') }}), '') as phrase
    from said
    union all
    select
        form_key,
        '{{ asked }}_told' as said_of,
        nullif(
            regexp_extract(
                regexp_replace(said, {{ audit_pattern('no_reason_told') }}, '', 'g'), {{ audit_pattern(told ~ '_told') }}
            ),
            ''
        ) as phrase
    from said
    {%- endfor %}
)

select distinct
    form_key,
    said_of,
    phrase
from phrases
where phrase is not null
