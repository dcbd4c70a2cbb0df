with projects as (
    select * from {{ ref('stg_projects') }}
),

located as (
    select * from {{ ref('int_projects_located') }}
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

executions as (
    {{ touched('fct_execution') }}
),

described as (
    select
        located.project_row_key,
        located.document_key,
        located.department_key,
        located.unit_key,
        located.project_key,
        located.year_key,
        documents.form,
        projects.project_name,
        projects.project_match_key as name_key,
        {{ project_family('projects.project_match_key') }} as family_key,
        coalesce(funding.amount_wan, executions.budget_wan) as amount_wan
    from located
    inner join projects on located.project_row_key = projects.project_row_key
    inner join documents on located.document_key = documents.document_key
    left join funding on located.document_key = funding.document_key and located.project_key = funding.project_key
    left join executions on located.project_row_key = executions.execution_key
),

counted as (
    select
        *,
        {{ character_pairs('family_key') }} as family_pairs,
        count(*) over (partition by document_key, name_key) as same_name_in_document,
        count(*) over (partition by document_key, unit_key, amount_wan) as same_amount_in_unit
    from described
)

select * from counted
