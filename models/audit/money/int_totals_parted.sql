{%- set level = '^(?:其中:)?(?:[0-9一二三四五(]{1,3}[).、])?(中央|自治区|[省市州盟县区旗乡镇])级?(?:本级)?(?:财政|补助|补贴|资金|配套|拨款|专项|预算)' -%}
with lines as (
    select * from {{ ref('int_lines_kept') }}
    where measure is null
),

-- money of a project that is one number: its parts were kept as they are printed
totals as (
    select
        document_key,
        project_key,
        max(amount_wan) as total_wan,
        max(try_cast(replace(amount_printed, ',', '') as decimal(18, 6))) as total_printed
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
    having count(*) = 1
),

parts as (
    select
        document_key,
        project_key,
        sum(number) as parts_printed,
        string_agg(regexp_replace({{ name_key('line_name') }}, '^其中:', '') || ' ' || printed, '、' order by char_start)
            as parts_words,
        -- each part is of a level of its own: none is a part of another
        count(distinct nullif(regexp_extract({{ name_key('line_name') }}, '{{ level }}', 1), '')) = count(*)
            as is_by_level
    from lines
    where
        regexp_matches({{ name_key('line_name') }}, {{ audit_pattern('money_part') }})
        and not regexp_matches({{ name_key('line_name') }}, {{ audit_pattern('no_money_part') }})
    group by document_key, project_key
    having count(*) > 1 and sum(number) > 0
),

summed as (
    select
        totals.document_key,
        totals.project_key,
        totals.total_printed - parts.parts_printed as rest_printed,
        parts.parts_words,
        parts.is_by_level,
        try_cast(
            totals.total_wan * parts.parts_printed / nullif(totals.total_printed, 0) as decimal(18, 6)
        ) as parts_wan
    from totals
    inner join parts on totals.document_key = parts.document_key and totals.project_key = parts.project_key
),

-- a number beside them that is all that is missing is a part under another label
parted as (
    select
        summed.document_key,
        summed.project_key,
        summed.parts_words,
        summed.parts_wan,
        summed.is_by_level
    from summed
    left join lines
        on
            summed.document_key = lines.document_key
            and summed.project_key = lines.project_key
            and summed.rest_printed = lines.number
    where lines.document_key is null
)

select * from parted
