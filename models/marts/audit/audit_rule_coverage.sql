{{ config(meta={'touched_by': 'city_key'}) }}


with counts as (
    select * from {{ ref('int_rules_counted') }}
),

documents as (
    {{ touched('dim_document', 'city_key') }}
),

counted as (
    select
        counts.rule_code,
        documents.city_key,
        documents.year_key,
        cast(sum(counts.subjects) as bigint) as subjects,
        cast(sum(counts.hits) as bigint) as hits,
        cast(sum(counts.passed) as bigint) as passed,
        cast(sum(counts.not_applicable) as bigint) as not_applicable,
        cast(sum(counts.insufficient_data) as bigint) as insufficient_data
    from counts
    inner join documents on counts.document_key = documents.document_key
    group by counts.rule_code, documents.city_key, documents.year_key
)

select * from counted
order by rule_code, city_key, year_key
