with documents as (
    select document_id as document_key
    from {{ ref('stg_sources') }}
    where regexp_matches(regexp_replace(text, '[ 　]', '', 'g'), {{ audit_pattern('half_label') }})
),

notes as (
    {{ printed_of_indicators(['document_key', 'note']) }}
),

-- a note is the target of the half year where it differs from that of the year in its number alone
halves as (
    select
        notes.subject_key,
        {{ name_key("coalesce(
            nullif(regexp_extract(notes.note, '半年[^：:；]{0,8}[：:]([^；]+)', 1), ''), notes.note
        )") }} as half_target
    from notes
    inner join documents on notes.document_key = documents.document_key
    where notes.note is not null
),

compared as (
    select
        halves.subject_key,
        halves.half_target,
        indicators.annual_value,
        {{ name_key('indicators.annual_target') }} as annual_text,
        try_cast(
            replace(regexp_extract(halves.half_target, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(28, 8)
        ) as half_value
    from halves
    inner join {{ ref('int_indicators_united') }} as indicators on halves.subject_key = indicators.subject_key
    where indicators.annual_operator in ('=', '>=', '>')
)

select
    subject_key,
    half_target,
    half_value > annual_value as is_above_year
from compared
where
    half_value is not null
    and regexp_replace(half_target, '[0-9][0-9,]*([.][0-9]+)?', '#', 'g')
    = regexp_replace(annual_text, '[0-9][0-9,]*([.][0-9]+)?', '#', 'g')
