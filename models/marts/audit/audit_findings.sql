with finding_rows as (
    {{ touched('audit_finding_rows') }}
),

rules as (
    select * from {{ ref('int_rules_weighed') }}
),

severities as (
    select * from {{ ref('audit_severity') }}
),

documents as (
    {{ touched('dim_document') }}
),

projects as (
    {{ touched_projects() }}
),

by_project as (
    select
        finding_key,
        project_key,
        count(*) as repeats,
        max(amount_at_stake_wan) as amount_at_stake_wan
    from finding_rows
    group by finding_key, project_key
),

counted as (
    select
        finding_key,
        cast(sum(repeats) as bigint) as repeats,
        cast(sum(amount_at_stake_wan) as decimal(18, 6)) as amount_at_stake_wan,
        case when count(*) = 1 then max(project_key) end as project_key
    from by_project
    group by finding_key
),

first_rows as (
    select
        finding_rows.*,
        counted.repeats,
        counted.amount_at_stake_wan as finding_at_stake_wan,
        counted.project_key as only_project_key
    from finding_rows
    inner join counted on finding_rows.result_key = counted.finding_key
),

findings as (
    select
        first_rows.finding_key,
        first_rows.rule_code,
        rules.rule_group,
        severities.severity,
        rules.title_zh,
        first_rows.document_key,
        first_rows.only_project_key as project_key,
        case when first_rows.only_project_key is not null then first_rows.indicator_key end as indicator_key,
        first_rows.message
        || case when first_rows.repeats > 1 then '（共 ' || first_rows.repeats || ' 处）' else '' end as message,
        first_rows.message_en
        || case when first_rows.repeats > 1 then ' (' || first_rows.repeats || ' places)' else '' end as message_en,
        first_rows.evidence,
        first_rows.page,
        first_rows.line,
        first_rows.char_start,
        first_rows.char_end,
        first_rows.finding_at_stake_wan as amount_at_stake_wan,
        rules.certainty,
        first_rows.repeats,
        min(documents.year_key) over (
            partition by first_rows.rule_code, documents.department_key, projects.unit_key, projects.project_family
        ) as first_year
    from first_rows
    inner join rules on first_rows.rule_code = rules.rule_code
    inner join documents on first_rows.document_key = documents.document_key
    inner join severities
        on
            rules.gravity = severities.gravity
            and rules.certainty = severities.certainty
            and coalesce(first_rows.finding_at_stake_wan, 0) >= severities.at_least_wan
    left join projects on first_rows.only_project_key = projects.project_key
    qualify row_number() over (partition by first_rows.finding_key order by severities.at_least_wan desc) = 1
)

select * from findings
order by finding_key
