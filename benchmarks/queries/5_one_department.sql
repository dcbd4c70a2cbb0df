-- One department's projects: what each gets and how many of its indicators can be measured.
with department as (
    select department_key from dim_department where department_name = '{department}'
),

money as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan
    from fct_funding
    where department_key in (select department_key from department)
    group by document_key, project_key
),

indicators as (
    select
        document_key,
        project_key,
        count(*) as indicators,
        count(*) filter (where annual_is_quantitative) as quantitative
    from fct_indicators
    where department_key in (select department_key from department)
    group by document_key, project_key
)

select
    unit_name,
    project_name,
    money.project_key,
    money.document_key,
    amount_wan,
    indicators,
    quantitative
from money
inner join dim_project on money.project_key = dim_project.project_key
inner join dim_unit on dim_project.unit_key = dim_unit.unit_key
left join indicators on money.document_key = indicators.document_key and money.project_key = indicators.project_key
order by money.document_key, money.project_key
