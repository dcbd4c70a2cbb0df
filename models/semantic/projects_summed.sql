-- Asked for a department, unit or project by a literal key: each is grouped by and joined on, so that the key reaches
-- every table and DuckDB reads no more of the facts than the parts where it stands.
-- Tables are named where they are read, not in steps of their own: planning, which is most of a look-up, grows with
-- the columns of such steps.
with printed as (
    select
        city_key,
        department_key,
        unit_key,
        project_key,
        document_key,
        year_key,
        cast(null as decimal(18, 6)) as amount_wan,
        0 as indicators,
        0 as quantitative_indicators
    from {{ ref('fct_goals') }}
    union all
    select
        city_key,
        department_key,
        unit_key,
        project_key,
        document_key,
        year_key,
        amount_wan,
        0 as indicators,
        0 as quantitative_indicators
    from {{ ref('fct_funding') }}
    union all
    select
        city_key,
        department_key,
        unit_key,
        project_key,
        document_key,
        year_key,
        null as amount_wan,
        1 as indicators,
        cast(annual_is_quantitative or cycle_is_quantitative as integer) as quantitative_indicators
    from {{ ref('fct_indicators') }}
),

summed as (
    select
        city_key,
        department_key,
        unit_key,
        project_key,
        document_key,
        year_key,
        cast(sum(amount_wan) as decimal(18, 6)) as amount_wan,
        cast(sum(indicators) as bigint) as indicators,
        cast(coalesce(sum(quantitative_indicators), 0) as bigint) as quantitative_indicators
    from printed
    group by city_key, department_key, unit_key, project_key, document_key, year_key
),

named as (
    select
        summed.city_key,
        summed.department_key,
        summed.unit_key,
        units.unit_name,
        summed.project_key,
        projects.project_name,
        summed.document_key,
        summed.year_key as budget_year,
        summed.amount_wan,
        summed.indicators,
        summed.quantitative_indicators
    from summed
    inner join {{ ref('dim_unit') }} as units
        on summed.unit_key = units.unit_key and summed.department_key = units.department_key
    inner join {{ ref('dim_project') }} as projects
        on summed.project_key = projects.project_key and summed.unit_key = projects.unit_key
)

select * from named
