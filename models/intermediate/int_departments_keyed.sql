with documents as (
    select * from {{ ref('int_documents_placed') }}
),

names as (
    select
        document_id as name_id,
        department_match_key as match_key,
        city_name,
        county_name,
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
        documents.place_code,
        documents.budget_year,
        aliases.name_id is not null as is_alias,
        coalesce(aliases.official_name, documents.department_name) as official_name
    from documents
    left join aliases on documents.document_id = aliases.name_id
),

keyed as (
    select
        document_id,
        is_alias,
        min(document_id) over (
            partition by place_code, {{ organisation_key('official_name') }}
        ) as department_key,
        first_value(official_name) over (
            partition by place_code, {{ organisation_key('official_name') }}
            order by is_alias asc, budget_year desc, document_id asc
        ) as department_name
    from resolved
)

select * from keyed
