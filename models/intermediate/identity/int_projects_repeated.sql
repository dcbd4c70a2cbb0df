with projects as (
    {{ touched('int_projects_keyed', 'document_id') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

texts as (
    select * from {{ ref('stg_projects') }}
),

evaluations as (
    select * from {{ ref('stg_evaluations') }}
),

amounts as (
    select
        project_row_key,
        sum(amount_wan) as amount_wan
    from {{ ref('stg_funding') }}
    group by project_row_key
),

totals as (
    select * from {{ ref('int_totals_compared') }}
    where measure = 'total' and reconciles
),

documents_summed as (
    select distinct document_id from totals
    where level = 'document'
),

units_summed as (
    select distinct unit_row_key from totals
    where level = 'unit'
),

printed as (
    select
        projects.project_row_key,
        projects.document_id,
        projects.unit_key,
        coalesce(nullif(projects.project_match_key, ''), cast(projects.project_row_key as varchar)) as name_text,
        documents.budget_year,
        documents.sha256,
        evaluations.project_row_key is not null as is_evaluation,
        amounts.amount_wan,
        -- said before with the same money and goal, and no total that adds up needs both
        row_number() over (
            partition by
                projects.document_id, projects.unit_key, projects.project_match_key, amounts.amount_wan,
                {{ name_key('texts.annual_goal') }}
            order by projects.occurrence
        ) = 1
        or amounts.amount_wan is null
        or documents_summed.document_id is not null
        or units_summed.unit_row_key is not null as is_own_line
    from projects
    inner join documents on projects.document_id = documents.document_id
    inner join texts on projects.project_row_key = texts.project_row_key
    left join evaluations on projects.project_row_key = evaluations.project_row_key
    left join amounts on projects.project_row_key = amounts.project_row_key
    left join documents_summed on projects.document_id = documents_summed.document_id
    left join units_summed on texts.unit_row_key = units_summed.unit_row_key
),

-- of several documents the one that gives the project the most money
chosen as (
    select
        unit_key,
        name_text,
        budget_year,
        is_evaluation,
        document_id
    from printed
    where is_own_line
    group by unit_key, name_text, budget_year, is_evaluation, document_id, sha256
    qualify row_number() over (
        partition by unit_key, name_text, budget_year, is_evaluation
        order by coalesce(sum(amount_wan), -1) desc, sha256 asc, document_id asc
    ) = 1
),

repeated as (
    select
        printed.project_row_key,
        printed.is_own_line and chosen.document_id is not null as is_counted
    from printed
    left join chosen
        on
            printed.unit_key = chosen.unit_key
            and printed.name_text = chosen.name_text
            and printed.budget_year = chosen.budget_year
            and printed.is_evaluation = chosen.is_evaluation
            and printed.document_id = chosen.document_id
)

select * from repeated
