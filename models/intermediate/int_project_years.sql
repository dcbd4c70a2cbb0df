with goals as (
    {{ touched('fct_goals') }}
),

projects as (
    select * from {{ ref('stg_projects') }}
),

documents as (
    {{ touched('dim_document') }}
),

funding as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan
    from {{ ref('fct_funding') }}
    {{ where_touched() }}
    group by document_key, project_key
),

described as (
    select
        goals.goal_key,
        goals.document_key,
        goals.department_key,
        goals.unit_key,
        goals.project_key,
        goals.year_key,
        documents.form,
        projects.project_name,
        projects.project_match_key as name_key,
        {{ project_family('projects.project_match_key') }} as family_key,
        funding.amount_wan,
        count(*) over (partition by goals.document_key, projects.project_match_key) as same_name_in_document,
        count(*) over (partition by goals.document_key, goals.unit_key, funding.amount_wan) as same_amount_in_unit
    from goals
    inner join projects on goals.goal_key = projects.project_row_key
    inner join documents on goals.document_key = documents.document_key
    left join funding on goals.document_key = funding.document_key and goals.project_key = funding.project_key
)

select * from described
