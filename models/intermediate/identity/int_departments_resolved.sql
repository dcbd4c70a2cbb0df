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

units as (
    select * from {{ source('landing', 'units') }}
),

-- that a name is carried over everywhere is a guess, and wrong of a document that prints both names as two bodies
both_printed as (
    select documents.document_id
    from aliases
    inner join documents on aliases.name_id = documents.document_id
    inner join units on documents.document_id = units.document_id
    where
        not aliases.is_of_place
        and {{ body_name(department_key('units.unit_name'), 'documents') }}
        = {{ body_name(department_key('aliases.official_name'), 'documents') }}
    group by documents.document_id
),

in_force as (
    select aliases.*
    from aliases
    left join both_printed on aliases.name_id = both_printed.document_id
    where both_printed.document_id is null
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
        in_force.name_id is not null as is_alias,
        coalesce(in_force.official_name, documents.department_name) as official_name
    from documents
    left join in_force on documents.document_id = in_force.name_id
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
