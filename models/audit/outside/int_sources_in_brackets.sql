{%- set amount = "[0-9][0-9,]*(?:[.][0-9]+)?(?:万元|元)" -%}
-- 1,524万元(其中:中央980万元,省级420万元,地方104万元)
with found as (
    select distinct
        document_id as document_key,
        unnest(regexp_extract_all({{ text_in_cells('text') }}, {{ audit_pattern('sum_in_brackets') }})) as phrase
    from {{ ref('stg_sources') }}
),

amounts as (
    select
        document_key,
        phrase,
        regexp_extract(phrase, '^{{ amount }}') as whole,
        unnest(regexp_extract_all(regexp_extract(phrase, '[(].*$'), '[^0-9(,、;]*{{ amount }}')) as part
    from found
    -- some of the money, or parts of parts
    where not regexp_matches(phrase, '每|均|含|上年|结余|单价|[(].*其中.*其中')
),

parts as (
    select
        document_key,
        phrase,
        {{ wan_said('whole') }} as whole_wan,
        {{ wan_said('part') }} as part_wan,
        regexp_matches(part, {{ audit_pattern('source_in_brackets') }}) as is_source
    from amounts
),

summed as (
    select
        document_key,
        phrase,
        max(whole_wan) as whole_wan,
        sum(part_wan) as parts_wan,
        count(*) as parts
    from parts
    group by document_key, phrase
    having count(*) > 1 and bool_and(is_source) and max(part_wan) < max(whole_wan)
),

-- two may be some of the sources
checked as (
    select
        *,
        parts_wan > whole_wan + 0.01 and parts_wan < whole_wan * 1.4
        or parts_wan < whole_wan - 0.01
        and parts_wan > whole_wan * case when parts > 2 then 0.6 else 0.85 end as differs
    from summed
)

select
    document_key,
    string_agg(case when differs then phrase end, '；' order by phrase) as sum_words,
    cast(min(case when differs then parts_wan end) as decimal(18, 2)) as sum_due
from checked
group by document_key
