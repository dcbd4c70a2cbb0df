with totals as (
    select * from ({{ touched('reconciliation') }}) as totals
    where level = 'project' and difference_wan > 0
),

funding as (
    {{ touched('fct_funding') }}
),

-- numbers beside a total that no source holds: where one is all that is missing, a source was not read
numbers as (
    select
        totals.document_key,
        totals.char_start,
        totals.project_key,
        totals.difference_wan,
        regexp_extract(totals.printed, '[.][0-9]*') as decimals,
        unnest(
            regexp_extract_all(
                regexp_extract(substr(texts.text, cast(totals.char_end + 1 as integer), 200), '^[^\n]*'),
                '[0-9][0-9,]*(?:[.][0-9]+)?'
            )
        ) as printed
    from totals
    inner join {{ ref('stg_sources') }} as texts on totals.document_key = texts.document_id
),

unread as (
    select distinct
        numbers.document_key,
        numbers.char_start
    from numbers
    left join funding
        on
            numbers.document_key = funding.document_key
            and numbers.project_key = funding.project_key
            and numbers.printed = funding.amount_printed
    where
        funding.document_key is null
        and length(regexp_extract(numbers.printed, '[.][0-9]*')) = length(numbers.decimals)
        and try_cast(replace(numbers.printed, ',', '') as decimal(18, 6))
        in (numbers.difference_wan, cast(numbers.difference_wan as decimal(28, 6)) * 10000)
),

-- columns of two levels of government or more, by which another project of the document adds up
levelled as (
    select
        levels.document_key,
        levels.project_key
    from ({{ touched('fct_funding_levels') }}) as levels
    where
        levels.document_key in (
            select whole.document_key from ({{ touched('reconciliation') }}) as whole
            where whole.level = 'project' and whole.reconciles and whole.printed_wan > 0
        )
    group by levels.document_key, levels.project_key
    having count(distinct levels.level_code) > 1
),

-- 预算数 beside 其中：财政拨款 alone: a list that has no column for what the rest is paid from
partly as (
    select
        totals.document_key,
        totals.char_start
    from totals
    inner join {{ ref('dim_document') }} as documents on totals.document_key = documents.document_key
    inner join funding on totals.document_key = funding.document_key and totals.project_key = funding.project_key
    left join levelled on totals.document_key = levelled.document_key and totals.project_key = levelled.project_key
    where documents.layout = 'rows' and levelled.document_key is null
    group by totals.document_key, totals.char_start
    having count(*) = 1
),

left_open as (
    select * from unread
    union
    select * from partly
)

select * from left_open
