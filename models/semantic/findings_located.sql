with findings as (
    select * from {{ ref('audit_findings') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

located as (
    select
        findings.finding_key,
        findings.document_key,
        findings.project_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        findings.rule_code,
        findings.rule_group,
        findings.severity,
        findings.certainty,
        findings.repeats,
        findings.first_year,
        findings.title_zh
    from findings
    inner join documents on findings.document_key = documents.document_key
)

select * from located
