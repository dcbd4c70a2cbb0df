with departments as (
    {{ touched('int_departments_keyed', 'department_key') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

named as (
    select
        departments.department_key,
        departments.place_code,
        cast(documents.city_code as bigint) as city_key,
        departments.official_name as department_name
    from departments
    inner join documents on departments.document_id = documents.document_id
    qualify row_number() over (
        partition by departments.department_key
        order by departments.is_alias asc, departments.budget_year desc, departments.document_id asc
    ) = 1
)

select * from named
