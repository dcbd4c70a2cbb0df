-- Asked for a department, unit or project by a literal key: each is grouped by and joined on, so that the key reaches
-- every table and DuckDB reads no more of the facts than the parts where it stands.
with funding as (
    select * from {{ ref('fct_funding') }}
),

indicators as (
    select * from {{ ref('fct_indicators') }}
),

goals as (
    select * from {{ ref('fct_goals') }}
),

departments as (
    select * from {{ ref('dim_department') }}
),

units as (
    select * from {{ ref('dim_unit') }}
),

projects as (
    select * from {{ ref('dim_project') }}
),

money as (
    select
        department_key,
        unit_key,
        project_key,
        document_key,
        cast(sum(amount_wan) as decimal(18, 6)) as amount_wan
    from funding
    group by department_key, unit_key, project_key, document_key
),

counted as (
    select
        department_key,
        unit_key,
        project_key,
        document_key,
        count(*) as indicators,
        count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative_indicators
    from indicators
    group by department_key, unit_key, project_key, document_key
),

summed as (
    select
        goals.city_key,
        goals.department_key,
        departments.department_name,
        goals.unit_key,
        units.unit_name,
        goals.project_key,
        projects.project_name,
        goals.document_key,
        goals.year_key as budget_year,
        money.amount_wan,
        coalesce(counted.indicators, 0) as indicators,
        coalesce(counted.quantitative_indicators, 0) as quantitative_indicators
    from goals
    inner join departments on goals.department_key = departments.department_key
    inner join units on goals.unit_key = units.unit_key and goals.department_key = units.department_key
    inner join projects on goals.project_key = projects.project_key and goals.unit_key = projects.unit_key
    left join money
        on
            goals.department_key = money.department_key
            and goals.unit_key = money.unit_key
            and goals.project_key = money.project_key
            and goals.document_key = money.document_key
    left join counted
        on
            goals.department_key = counted.department_key
            and goals.unit_key = counted.unit_key
            and goals.project_key = counted.project_key
            and goals.document_key = counted.document_key
)

select * from summed
