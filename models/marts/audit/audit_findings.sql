with results as (
    {{ touched('audit_rule_results') }}
),

rules as (
    select * from {{ ref('audit_rules') }}
),

texts as (
    select * from {{ ref('stg_sources') }}
),

findings as (
    select
        results.result_key as finding_key,
        results.rule_code,
        rules.rule_group,
        rules.severity,
        rules.title_zh,
        results.document_key,
        results.project_key,
        results.indicator_key,
        results.message,
        substr(texts.text, results.char_start + 1, least(results.char_end - results.char_start, 300)) as evidence,
        results.page,
        results.line,
        results.char_start,
        results.char_end
    from results
    inner join rules on results.rule_code = rules.rule_code
    inner join texts on results.document_key = texts.document_id
    where results.outcome = 'finding'
)

select * from findings
order by finding_key
