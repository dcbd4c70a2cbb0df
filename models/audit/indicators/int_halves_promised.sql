with documents as (
    select document_id as document_key
    from {{ ref('stg_sources') }}
    where regexp_matches(regexp_replace(text, '[ 　]', '', 'g'), {{ audit_pattern('half_label') }})
),

notes as (
    {{ printed_of_indicators(['document_key', 'note']) }}
),

-- a note is the target of the half year where it differs from that of the year in its number alone, or says so itself
worded as (
    select
        subject_key,
        document_key,
        note,
        regexp_extract(
            {{ name_key('note') }},
            '(?:半年|[1１][-—至~][6６]月)(?:份|底|前|度)*[^0-9≥≤=<>;,。(]{0,8}([≥=>]*[0-9][0-9,.]*[^0-9;,。()]{0,12})', 1
        ) as half_words
    from notes
    where note is not null
),

halves as (
    select
        worded.subject_key,
        {{ name_key("coalesce(
            nullif(regexp_extract(worded.note, '半年[^：:；]{0,8}[：:]([^；]+)', 1), ''),
            nullif(worded.half_words, ''),
            worded.note
        )") }} as half_target
    from worded
    left join documents on worded.document_key = documents.document_key
    where documents.document_key is not null or worded.half_words != ''
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
    and not regexp_matches(half_target, '^[≤<]')
    and {{ number_left_out('half_target') }} = {{ number_left_out('annual_text') }}
