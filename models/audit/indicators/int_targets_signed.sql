{{ config(materialized='incremental', meta={'touched_by': 'document_id'}) }}

with projects as (
    {{ touched('int_projects_keyed', 'department_key') }}
),

indicators as (
    select * from {{ ref('stg_indicators') }}
),

documents as (
    select * from {{ ref('stg_documents') }}
),

signed as (
    select
        project_row_key,
        count(*) as indicators,
        cast(sum({{ text_digest([name_key('indicator_name'), name_key('annual_target')]) }}) as varchar) as signature
    from indicators
    where annual_target is not null
    group by project_row_key
),

placed as (
    select
        projects.project_row_key as form_key,
        projects.document_id,
        projects.department_key,
        documents.sha256,
        documents.file_name,
        documents.department_name,
        signed.indicators,
        signed.signature
    from signed
    inner join projects on signed.project_row_key = projects.project_row_key
    inner join documents on projects.document_id = documents.document_id
)

select * from placed
