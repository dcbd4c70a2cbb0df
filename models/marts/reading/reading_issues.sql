with issues as (
    select * from {{ ref('stg_issues') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

projects as (
    select * from {{ ref('int_projects_located') }}
),

codes as (
    select * from {{ ref('issue_codes') }}
),

located as (
    select
        documents.document_key,
        projects.project_key,
        issues.indicator_key,
        issues.code,
        codes.meaning,
        codes.meaning_zh,
        issues.printed,
        issues.message,
        issues.message_zh,
        issues.page,
        issues.line,
        issues.char_start,
        issues.char_end
    from issues
    inner join documents on issues.document_id = documents.document_id
    inner join codes on issues.code = codes.code
    left join projects on issues.project_row_key = projects.project_row_key
)

select * from located
order by document_key, char_start, code
