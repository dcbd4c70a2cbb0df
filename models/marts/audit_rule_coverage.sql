with results as (
    select * from {{ ref('audit_rule_results') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

counted as (
    select
        results.rule_code,
        documents.city_key,
        documents.year_key,
        count(*) as subjects,
        count(*) filter (where results.outcome = 'finding') as findings,
        count(*) filter (where results.outcome = 'passed') as passed,
        count(*) filter (where results.outcome = 'not_applicable') as not_applicable,
        count(*) filter (where results.outcome = 'insufficient_data') as insufficient_data
    from results
    inner join documents on results.document_key = documents.document_key
    group by results.rule_code, documents.city_key, documents.year_key
)

select * from counted
order by rule_code, city_key, year_key
