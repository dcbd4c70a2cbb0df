{{ config(materialized='incremental', meta={'touched_by': 'batch_id'}) }}

with documents as (
    select * from {{ ref('int_documents_placed') }}
    {{ where_new() }}
),

names as (
    select
        document_id as name_id,
        department_match_key as match_key,
        city_name,
        county_name,
        province_name,
        place_code,
        budget_year
    from documents
),

aliases as (
    {{ resolve_aliases('names', 'department') }}
),

resolved as (
    select
        documents.document_id,
        documents.batch_id,
        documents.place_code,
        documents.budget_year,
        documents.city_name,
        documents.county_name,
        documents.province_name,
        aliases.name_id is not null as is_alias,
        coalesce(aliases.official_name, documents.department_name) as official_name
    from documents
    left join aliases on documents.document_id = aliases.name_id
),

folded as (
    select
        resolved.document_id,
        resolved.batch_id,
        resolved.place_code,
        resolved.budget_year,
        resolved.is_alias,
        resolved.official_name,
        {{ body_name(department_key('resolved.official_name'), 'resolved') }} as official_key,
        {{ body_name(department_key('resolved.official_name'), 'resolved') }}
        = {{ department_key('resolved.official_name') }} as is_bare
    from resolved
)

select * from folded
