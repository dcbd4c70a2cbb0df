with documents as (
    {{ touched('dim_document') }}
),

attributes as (
    {{ touched('project_attributes') }}
),

said as (
    select
        document_key,
        attribute || '：' || value as year_words,
        cast(regexp_extract({{ name_key('value') }}, '^(20[0-9]{2})年?度?$', 1) as bigint) as said_year
    from attributes
    where
        regexp_full_match({{ name_key('attribute') }}, {{ audit_pattern('year_of_form') }})
        and regexp_matches({{ name_key('value') }}, '^20[0-9]{2}年?度?$')
),

-- forms of several years in one file are not judged by its title
years as (
    select
        document_key,
        min(year_words) as year_words,
        min(said_year) as said_year
    from said
    group by document_key
    having count(distinct said_year) = 1
),

printed as (
    select
        documents.document_key,
        documents.year_evidence as title_words,
        years.year_words,
        years.said_year as other_year
    from documents
    inner join years on documents.document_key = years.document_key
    where documents.year_basis = 'printed' and documents.year_evidence != ''
),

-- the title of one form of several
titles as (
    select
        documents.document_key,
        documents.year_evidence as title_words,
        issues.printed as year_words,
        cast(regexp_extract({{ name_key('issues.printed') }}, '(20[0-9]{2})', 1) as bigint) as other_year
    from {{ ref('stg_issues') }} as issues
    inner join documents on issues.document_id = documents.document_key
    where issues.code = 'year_contradicted'
),

found as (
    select * from titles
    union all
    select printed.*
    from printed
    where printed.document_key not in (select titles.document_key from titles)
)

select * from found
