with departments as (
    {{ touched('int_departments_keyed', 'department_key') }}
),

documents as (
    select * from {{ ref('int_documents_current') }}
),

printed as (
    select
        departments.department_key,
        departments.place_code,
        departments.official_name,
        departments.is_alias,
        departments.is_bare,
        departments.budget_year,
        departments.document_id,
        documents.city_code,
        documents.department_code
    from departments
    inner join documents on departments.document_id = documents.document_id
),

codes as (
    select
        department_key,
        department_code
    from printed
    where department_code is not null
    qualify row_number() over (
        partition by department_key order by budget_year desc, department_code asc
    ) = 1
),

named as (
    select
        printed.department_key,
        printed.place_code,
        cast(printed.city_code as bigint) as city_key,
        printed.official_name as department_name,
        codes.department_code
    from printed
    left join codes on printed.department_key = codes.department_key
    qualify row_number() over (
        partition by printed.department_key
        order by printed.is_alias asc, printed.is_bare asc, printed.budget_year desc, printed.document_id asc
    ) = 1
)

select * from named
