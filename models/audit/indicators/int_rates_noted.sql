-- 办结满意率95%以上 in the note of a satisfaction of ≥98%: the one rate that a note says, of what the name says
with indicators as (
    select
        subject_key,
        annual_value,
        {{ name_key("concat_ws('。', printed_level2, indicator_name)") }} as name_text,
        {{ name_key('note') }} as note_text
    from {{ ref('int_indicators_united') }}
    where note like '%\%%' escape '\' and annual_unit = '%' and annual_operator in ('=', '>=', '>')
),

noted as (
    select
        *,
        regexp_extract(note_text, {{ audit_pattern('noted_rate') }}) as rate_words
    from indicators
    where
        length(note_text) - length(replace(note_text, '%', '')) = 1
        -- how it is scored, or a rate of another time or place
        and not regexp_matches(note_text, {{ audit_pattern('no_noted_rate') }})
),

rates as (
    select
        subject_key,
        rate_words,
        annual_value,
        try_cast(regexp_extract(rate_words, '([0-9.]+)%', 1) as decimal(18, 6)) as noted_rate
    from noted
    where rate_words != '' and contains(name_text, left(rate_words, 2))
)

select
    subject_key,
    rate_words,
    noted_rate != annual_value as differs_from_note
from rates
where noted_rate is not null
