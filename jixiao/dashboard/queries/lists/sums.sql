-- Of a function in a city and a year: amounts in the order of the funding sources, projects of each department once.
with amounts as (
    select cell.city_key, function_code, budget_year, funding_source_key, sum(funding.counted_wan) as amount_wan
    from marts.fct_funding as funding
    inner join documents_summed() as cell using (document_key)
    group by cell.city_key, function_code, budget_year, funding_source_key
),

by_source as (
    select city_key, function_code, budget_year, list(fen(coalesce(amount_wan, 0)) order by funding_source_key) as amounts
    from (select distinct city_key, function_code, budget_year from documents_summed())
    cross join marts.dim_funding_source
    left join amounts using (city_key, function_code, budget_year, funding_source_key)
    group by city_key, function_code, budget_year
),

projects as (
    select city_key, function_code, budget_year, cast(sum(projects_of_year) as bigint) as projects
    from (select distinct city_key, function_code, budget_year, department_key, projects_of_year from documents_summed())
    group by city_key, function_code, budget_year
),

summed as (
    select
        city_key, function_code, budget_year, count(*) as documents, count(distinct department_key) as departments,
        coalesce(min(department_key) filter (where projects > 0), min(department_key)) as department_key,
        coalesce(string_agg(distinct form, ' ' order by form) filter (where projects > 0), '') as forms,
        cast(sum(columns([
            'indicators', 'quantitative', 'characters', 'characters_understood', 'issues', 'repairs',
            'document_totals', 'document_reconciled', 'unit_totals', 'unit_reconciled', 'project_totals',
            'project_reconciled', 'high', 'medium', 'low', 'counted_findings'
        ])) as bigint)
    from documents_summed()
    group by city_key, function_code, budget_year
)

select summed.*, projects, amounts
from summed
inner join projects using (city_key, function_code, budget_year)
inner join by_source using (city_key, function_code, budget_year)
order by city_key, function_code, budget_year
