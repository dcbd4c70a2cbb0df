with listed as (
    select
        *,
        count(*) over (partition by document_id, table_seq, listed_name) as same_names
    from {{ ref('stg_listed_projects') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
),

projects as (
    select * from {{ ref('stg_projects') }}
),

-- the one project of a name that a document has; `line` tells whether a form prints it, or the list alone
named as (
    select
        located.document_key,
        {{ listed_name('projects.project_name') }} as listed_name,
        max(located.project_key) as project_key,
        max(projects.line) as line
    from located
    inner join projects on located.project_row_key = projects.project_row_key
    group by located.document_key, {{ listed_name('projects.project_name') }}
    having count(*) = 1
),

facts as (
    select
        listed.listed_project_key,
        documents.document_key,
        named.project_key,
        listed.table_seq,
        listed.row_seq,
        listed.heading,
        listed.is_evaluated,
        listed.is_total,
        listed.is_proved,
        listed.divides_form,
        listed.project_name,
        coalesce(named.line != listed.line, false) as has_form,
        listed.allocated_wan,
        listed.budget_wan,
        listed.adjusted_wan,
        listed.executed_wan,
        listed.execution_rate,
        listed.score,
        listed.grade,
        listed.goal,
        listed.words,
        listed.page,
        listed.line
    from listed
    inner join documents on listed.document_id = documents.document_id
    left join named
        on
            documents.document_key = named.document_key
            and case when not listed.is_total and listed.same_names = 1 then listed.listed_name end = named.listed_name
)

select * from facts
order by listed_project_key
