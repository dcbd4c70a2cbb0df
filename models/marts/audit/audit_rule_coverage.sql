{{ config(meta={'touched_by': 'city_key'}) }}

with documents as (
    {{ touched('dim_document', 'city_key') }}
),

due as (
    select
        rules.rule_code,
        documents.city_key,
        documents.year_key,
        cast(sum(counts.subjects) as bigint) as subjects
    from {{ ref('int_subjects_counted') }} as counts
    inner join documents on counts.document_key = documents.document_key
    inner join {{ ref('audit_rules') }} as rules on counts.subject = rules.subject
    group by rules.rule_code, documents.city_key, documents.year_key
),

judged as (
    select
        counts.rule_code,
        documents.city_key,
        documents.year_key,
        cast(sum(counts.judged) as bigint) as judged,
        cast(sum(counts.hits) as bigint) as hits,
        cast(sum(counts.passed) as bigint) as passed,
        cast(sum(counts.insufficient_data) as bigint) as insufficient_data
    from {{ ref('int_rules_counted') }} as counts
    inner join documents on counts.document_key = documents.document_key
    group by counts.rule_code, documents.city_key, documents.year_key
),

-- of doubts met while reading only those are subjects that a rule judged
counted as (
    select
        coalesce(due.rule_code, judged.rule_code) as rule_code,
        coalesce(due.city_key, judged.city_key) as city_key,
        coalesce(due.year_key, judged.year_key) as year_key,
        coalesce(due.subjects, judged.judged) as subjects,
        coalesce(judged.hits, 0) as hits,
        coalesce(judged.passed, 0) as passed,
        coalesce(due.subjects - coalesce(judged.judged, 0), 0) as not_applicable,
        coalesce(judged.insufficient_data, 0) as insufficient_data
    from due
    full outer join judged
        on due.rule_code = judged.rule_code and due.city_key = judged.city_key and due.year_key = judged.year_key
)

select * from counted
order by rule_code, city_key, year_key
