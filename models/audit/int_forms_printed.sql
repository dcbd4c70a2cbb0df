with forms as (
    select * from {{ ref('int_forms_united') }}
),

texts as (
    select
        document_id as document_key,
        text,
        regexp_replace(text, '\s', '', 'g') as solid_text
    from {{ ref('stg_sources') }}
),

placed as (
    select
        form_key,
        document_key,
        char_start,
        lead(char_start) over (partition by document_key order by char_start, form_key) as next_start
    from forms
),

printed as (
    select
        placed.form_key,
        regexp_matches(
            substr(
                texts.text,
                placed.char_start + 1,
                coalesce(placed.next_start, length(texts.text)) - placed.char_start
            ),
            {{ audit_pattern('prompt_line') }}
        ) as has_prompts,
        regexp_matches(texts.solid_text, {{ audit_pattern('reason_label') }}) as has_reason_column,
        regexp_matches(texts.solid_text, {{ audit_pattern('achieved_label') }}) as has_achieved_column
    from placed
    inner join texts on placed.document_key = texts.document_key
)

select * from printed
