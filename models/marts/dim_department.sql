with documents as (
    select * from {{ ref('int_documents_current') }}
),

departments as (
    select * from {{ ref('int_departments_keyed') }}
),

classified as (
    select * from {{ ref('int_departments_classified') }}
),

places as (
    select * from {{ ref('places') }}
),

present as (
    select
        departments.department_key,
        any_value(documents.city_code) as city_code,
        any_value(documents.place_code) as place_code
    from documents
    inner join departments on documents.document_id = departments.document_id
    group by departments.department_key
),

described as (
    select
        present.department_key,
        cast(present.city_code as bigint) as city_key,
        classified.department_name,
        classified.function_code,
        classified.function_name,
        present.place_code,
        case when places.level = 'county' then places.place_name end as district_name
    from present
    inner join classified on present.department_key = classified.department_key
    inner join places on present.place_code = places.place_code
)

select * from described
order by department_key
