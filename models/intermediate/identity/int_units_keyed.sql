{{ config(materialized='incremental', meta={'touched_by': 'department_key'}) }}

with units as (
    select * from {{ ref('stg_units') }}
),

departments as (
    select * from {{ ref('int_departments_keyed') }}
),

documents as (
    select * from {{ ref('int_documents_placed') }}
),

names as (
    select
        units.unit_row_key as name_id,
        units.unit_match_key as match_key,
        documents.city_name,
        documents.county_name,
        documents.province_name,
        documents.place_code,
        documents.budget_year
    from units
    inner join documents on units.document_id = documents.document_id
),

aliases as (
    {{ resolve_aliases('names', 'unit') }}
),

department_aliases as (
    {{ resolve_aliases('names', 'department') }}
),

resolved as (
    select
        units.unit_row_key,
        units.document_id,
        departments.department_key,
        documents.budget_year,
        documents.city_name,
        documents.county_name,
        documents.province_name,
        aliases.name_id is not null or department_aliases.name_id is not null as is_alias,
        coalesce(aliases.official_name, department_aliases.official_name, units.unit_name) as official_name
    from units
    inner join departments on units.document_id = departments.document_id
    inner join documents on units.document_id = documents.document_id
    left join aliases on units.unit_row_key = aliases.name_id
    left join department_aliases on units.unit_row_key = department_aliases.name_id
),

matched as (
    select
        resolved.unit_row_key,
        resolved.document_id,
        resolved.department_key,
        resolved.budget_year,
        resolved.is_alias,
        resolved.official_name,
        {{ body_name(organisation_key('resolved.official_name'), 'resolved') }} as official_key
    from resolved
),

keyed as (
    select
        *,
        min(unit_row_key) over (partition by department_key, official_key) as unit_key
    from matched
)

select * from keyed
