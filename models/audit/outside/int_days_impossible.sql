with texts as (
    select
        document_id as document_key,
        text
    from {{ ref('stg_sources') }}
),

found as (
    select
        document_key,
        unnest(regexp_extract_all(text, {{ audit_pattern('day_impossible') }})) as words
    from texts
),

-- without the characters around it
distinct_words as (
    select distinct
        document_key,
        regexp_replace(words, '^[^0-9]|[^0-9日号]$', '', 'g') as words
    from found
),

impossible as (
    select
        document_key,
        string_agg(words, '”“' order by words) as impossible_days
    from distinct_words
    group by document_key
)

select
    texts.document_key,
    impossible.impossible_days
from texts
left join impossible on texts.document_key = impossible.document_key
where
    impossible.document_key is not null
    or regexp_matches(texts.text, {{ audit_pattern('day_of_month') }})
