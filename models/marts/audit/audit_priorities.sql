{{ config(meta={'touched_by': 'city_key'}) }}

with findings as (
    select * from {{ ref('audit_findings') }}
),

documents as (
    {{ touched('dim_document', 'city_key') }}
),

departments as (
    select * from {{ ref('dim_department') }}
),

cities as (
    select * from {{ ref('dim_city') }}
),

projects as (
    select * from {{ ref('dim_project') }}
),

-- without the texts, which a window would copy for every finding
located as (
    select
        findings.finding_key,
        findings.rule_code,
        findings.amount_at_stake_wan,
        findings.repeats,
        documents.city_key,
        documents.department_key,
        documents.year_key as budget_year,
        documents.sha256,
        coalesce(findings.char_start, 0) as place,
        case findings.severity when 'high' then 1 when 'medium' then 2 else 3 end as severity_place,
        case findings.certainty when 'proved' then 1 when 'read' then 2 else 3 end as certainty_place
    from findings
    inner join documents on findings.document_key = documents.document_key
),

ranked as (
    select
        *,
        row_number() over (
            partition by department_key, budget_year
            order by
                severity_place asc, certainty_place asc, coalesce(amount_at_stake_wan, 0) desc, repeats desc,
                rule_code asc, sha256 asc, place asc, finding_key asc
        ) as department_place,
        row_number() over (
            partition by city_key, budget_year
            order by
                severity_place asc, certainty_place asc, coalesce(amount_at_stake_wan, 0) desc, repeats desc,
                rule_code asc, sha256 asc, place asc, finding_key asc
        ) as city_place
    from located
),

opened_first as (
    select
        ranked.finding_key,
        ranked.city_key,
        cities.city_name,
        ranked.department_key,
        departments.department_name,
        ranked.budget_year,
        ranked.department_place,
        case when ranked.city_place <= 10 then ranked.city_place end as city_place,
        ranked.rule_code,
        findings.title_zh,
        findings.severity,
        findings.certainty,
        ranked.amount_at_stake_wan,
        ranked.repeats,
        findings.first_year,
        findings.document_key,
        findings.project_key,
        projects.project_name,
        findings.message,
        findings.message_en
    from ranked
    inner join findings on ranked.finding_key = findings.finding_key
    inner join departments on ranked.department_key = departments.department_key
    inner join cities on ranked.city_key = cities.city_key
    left join projects on findings.project_key = projects.project_key
    where ranked.department_place <= 10
)

select * from opened_first
order by city_key, budget_year, department_key, department_place
