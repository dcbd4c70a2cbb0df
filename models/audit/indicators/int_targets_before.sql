-- labels may be broken over two lines
with texts as (
    select
        document_id as document_key,
        regexp_replace(replace(text, chr(11), ''), '[ 　]', '', 'g') as said
    from {{ ref('stg_sources') }}
),

documents as (
    select
        document_key,
        regexp_matches(said, {{ audit_pattern('two_years_before_label') }}) as has_two
    from texts
    where regexp_matches(said, {{ audit_pattern('year_before_label') }})
),

notes as (
    {{ printed_of_indicators(['document_key', 'note']) }}
),

-- the columns beside that of the target, whatever their labels
parts as (
    select
        notes.subject_key,
        documents.has_two,
        unnest(regexp_extract_all(notes.note, '[^；]+')) as part
    from notes
    inner join documents on notes.document_key = documents.document_key
    where notes.note is not null
),

-- a part is the target of an earlier year where it differs from that of the year in its number alone
alike as (
    select
        parts.subject_key,
        parts.has_two,
        indicators.annual_operator,
        parts.part,
        try_cast(
            replace(regexp_extract(parts.part, '[0-9][0-9,]*(?:[.][0-9]+)?'), ',', '') as decimal(28, 8)
        ) as part_value
    from parts
    inner join {{ ref('int_indicators_united') }} as indicators on parts.subject_key = indicators.subject_key
    where
        indicators.annual_operator in ('=', '>=', '>', '<=', '<')
        and {{ number_left_out('parts.part') }} = {{ number_left_out('indicators.annual_target') }}
        -- more work may cost more than the year before
        and not coalesce(indicators.form_kind = 'evaluation' and contains(indicators.annual_unit, '元'), false)
)

select
    subject_key,
    string_agg(part, '、' order by part_value) as before_targets,
    case when left(max(annual_operator), 1) = '<' then max(part_value) else min(part_value) end as before_value
from alike
group by subject_key
having count(*) = case when bool_or(has_two) then 2 else 1 end
