with documents as (
    select * from {{ ref('stg_documents') }}
),

places as (
    select * from {{ ref('places') }}
),

placed as (
    select
        documents.document_id,
        documents.batch_id,
        documents.place_code,
        documents.budget_year,
        documents.department_name,
        documents.department_match_key,
        cities.place_name as city_name,
        case when own.place_code <> cities.place_code then own.place_name end as county_name,
        provinces.place_name as province_name
    from documents
    inner join places as own on documents.place_code = own.place_code
    inner join places as cities on documents.city_code = cities.place_code
    left join places as provinces on cities.parent_code = provinces.place_code
)

select * from placed
