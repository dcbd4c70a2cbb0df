{{ config(materialized='incremental') }}

with results as (
    {{ touched('audit_rule_results') }}
),

counted as (
    select
        rule_code,
        document_key,
        count(*) filter (where outcome != 'not_applicable') as judged,
        count(*) filter (where outcome = 'finding') as hits,
        count(*) filter (where outcome = 'passed') as passed,
        count(*) filter (where outcome = 'insufficient_data') as insufficient_data
    from results
    group by rule_code, document_key
)

select * from counted
