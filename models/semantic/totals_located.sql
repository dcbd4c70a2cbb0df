{{ config(meta={'touched_by': 'document_key'}) }}

with totals as (
    select * from {{ ref('reconciliation') }}
),

documents as (
    select * from {{ ref('dim_document') }}
),

located as (
    select
        {{ place_key('totals.document_key', 'totals.char_start') }} as total_key,
        totals.document_key,
        totals.unit_key,
        totals.project_key,
        documents.city_key,
        documents.department_key,
        documents.year_key,
        totals.level,
        totals.reconciles,
        totals.difference_wan
    from totals
    inner join documents on totals.document_key = documents.document_key
)

select * from located
