with documents as (
    select * from {{ ref('stg_documents') }}
),

aliases as (
    select * from {{ ref('name_aliases') }}
    where kind = 'department'
),

resolved as (
    select
        documents.document_id,
        documents.place_code,
        coalesce(aliases.official_name, documents.department_name) as official_name
    from documents
    left join aliases
        on
            documents.department_match_key = {{ organisation_key('aliases.alias') }}
            and documents.budget_year between aliases.valid_from_year and aliases.valid_to_year
),

keyed as (
    select
        document_id,
        min(document_id) over (
            partition by place_code, {{ organisation_key('official_name') }}
        ) as department_key,
        first_value(official_name) over (
            partition by place_code, {{ organisation_key('official_name') }}
            order by document_id
        ) as department_name
    from resolved
)

select * from keyed
