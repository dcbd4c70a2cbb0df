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
        units.unit_name,
        coalesce(aliases.official_name, department_aliases.official_name) as carried_name
    from units
    inner join departments on units.document_id = departments.document_id
    inner join documents on units.document_id = documents.document_id
    left join aliases on units.unit_row_key = aliases.name_id
    left join department_aliases on units.unit_row_key = department_aliases.name_id
),

folded as (
    select
        resolved.*,
        {{ body_name(organisation_key('resolved.unit_name'), 'resolved') }} as printed_key,
        {{ body_name(organisation_key('resolved.carried_name'), 'resolved') }} as carried_key
    from resolved
),

-- a document that prints both names says that neither body is the other yet
both_printed as (
    select
        former.department_key,
        former.printed_key
    from folded as former
    inner join folded as present
        on former.document_id = present.document_id and former.carried_key = present.printed_key
    group by former.department_key, former.printed_key
),

judged as (
    select
        folded.*,
        folded.carried_name is not null and both_printed.printed_key is null as is_alias
    from folded
    left join both_printed
        on folded.department_key = both_printed.department_key and folded.printed_key = both_printed.printed_key
),

matched as (
    select
        unit_row_key,
        document_id,
        department_key,
        budget_year,
        is_alias,
        case when is_alias then carried_name else unit_name end as official_name,
        case when is_alias then carried_key else printed_key end as official_key
    from judged
),

keyed as (
    select
        *,
        min(unit_row_key) over (partition by department_key, official_key) as unit_key
    from matched
)

select * from keyed
