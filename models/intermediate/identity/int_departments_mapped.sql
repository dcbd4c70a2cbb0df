with named as (
    select
        *,
        {{ organisation_key('department_name') }} as organisation,
        {{ department_key('department_name') }} as matched_name  -- once a department, not for each of its patterns
    from {{ ref('int_departments_named') }}
),

functions as (
    select * from {{ ref('department_functions') }}
),

exceptions as (
    select * from {{ ref('department_function_exceptions') }}
),

matched as (
    select
        named.department_key,
        named.place_code,
        named.city_key,
        named.department_name,
        named.department_code,
        coalesce(exceptions.function_code, functions.function_code, 'unknown') as function_code
    from named
    left join exceptions
        on
            named.place_code = exceptions.place_code
            and named.organisation = {{ organisation_key('exceptions.department_name') }}
    left join functions on regexp_matches(named.matched_name, functions.pattern)
    qualify row_number() over (partition by named.department_key order by functions.priority) = 1
),

function_names as (
    select
        function_code,
        min(function_name) as function_name
    from functions
    group by function_code
),

mapped as (
    select
        matched.department_key,
        matched.place_code,
        matched.city_key,
        matched.department_name,
        matched.department_code,
        matched.function_code,
        coalesce(function_names.function_name, '未识别') as function_name
    from matched
    left join function_names on matched.function_code = function_names.function_code
)

select * from mapped
