{{ config(meta={'touched_by': 'document_key'}) }}

with findings as (
    select * from {{ ref('audit_findings') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

projects as (
    select * from {{ ref('int_forms_counted') }}
),

published as (
    select
        document_key,
        bool_or(is_counted) as is_counted
    from projects
    group by document_key
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
        findings.title_zh,
        -- a form that is printed again counts where its project does; one of a whole department has no project
        coalesce(
            case when findings.project_key is null then published.is_counted else projects.is_counted end, true
        ) as is_counted
    from findings
    inner join documents on findings.document_key = documents.document_key
    left join projects on findings.document_key = projects.document_key and findings.project_key = projects.project_key
    left join published on findings.document_key = published.document_key
)

select * from located
