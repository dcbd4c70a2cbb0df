with departments as (
    select * from {{ ref('int_departments_keyed') }}
),

functions as (
    select * from {{ ref('department_functions') }}
),

named as (
    select
        department_key,
        any_value(department_name) as department_name
    from departments
    group by department_key
),

matched as (
    select
        named.department_key,
        named.department_name,
        functions.function_code,
        functions.function_name
    from named
    left join functions
        on regexp_matches({{ organisation_key('named.department_name') }}, functions.pattern)
    qualify row_number() over (partition by named.department_key order by functions.priority) = 1
),

classified as (
    select
        department_key,
        department_name,
        coalesce(function_code, 'unknown') as function_code,
        coalesce(function_name, '未识别') as function_name
    from matched
)

select * from classified
