with forms as (
    select
        form_key,
        document_key,
        char_start,
        count(*) over (partition by document_key) as document_forms,
        lead(char_start) over (partition by document_key order by char_start, form_key) as next_start
    from {{ ref('int_forms_united') }}
    where form_kind != 'plan'
),

texts as (
    select
        document_id as document_key,
        text
    from {{ ref('stg_sources') }}
),

-- of a document that holds one form, all of its words
spans as (
    select
        forms.form_key,
        translate(
            case
                when forms.document_forms = 1 then texts.text
                else substr(
                    texts.text,
                    forms.char_start + 1,
                    coalesce(forms.next_start, length(texts.text)) - forms.char_start
                )
            end, '，：（）　 ' || chr(10), ',:()'
        ) as said
    from forms
    inner join texts on forms.document_key = texts.document_key
),

phrases as (
    select
        form_key,
        'survey' as said_of,
        unnest(regexp_extract_all(said, {{ audit_pattern('survey_said') }})) as phrase
    from spans
    {%- for asked, told in [('change', 'change'), ('rate', 'shortfall')] %}
    -- a reason that a note of the form asks for, and words that may be one
    union all
    select
        form_key,
        '{{ asked }}_asked' as said_of,
        nullif(regexp_extract(said, {{ audit_pattern(asked ~ '_asked') }}), '') as phrase
    from spans
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
    from spans
    {%- endfor %}
)

select distinct
    form_key,
    said_of,
    phrase
from phrases
where phrase is not null
