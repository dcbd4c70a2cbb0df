-- What a department published of a year: amounts in the order of the funding sources; of self-evaluations, what was planned and spent where both are known.
with published as (
    select city_key, department_key, year_key, count(*) as documents
    from marts.dim_document
    group by city_key, department_key, year_key
),

amounts as (
    select city_key, department_key, year_key, funding_source_key, sum(counted_wan) as amount_wan
    from marts.fct_funding
    group by city_key, department_key, year_key, funding_source_key
),

by_source as (
    select city_key, department_key, year_key, list(fen(coalesce(amount_wan, 0)) order by funding_source_key) as amounts
    from published
    cross join marts.dim_funding_source
    left join amounts using (city_key, department_key, year_key, funding_source_key)
    group by city_key, department_key, year_key
),

indicators as (
    select
        city_key, department_key, year_key, count(*) as indicators,
        count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative
    from marts.fct_indicators
    where is_counted
    group by city_key, department_key, year_key
),

findings as (
    select
        city_key, department_key, year_key,
        count(*) filter (where severity = 'high') as high,
        count(*) filter (where severity = 'medium') as medium,
        count(*) filter (where severity = 'low') as low
    from marts.audit_findings
    inner join marts.dim_document using (document_key)
    group by city_key, department_key, year_key
),

spent as (
    select
        city_key, department_key, year_key, count(*) as evaluated,
        count(*) filter (where coalesce(adjusted_wan, budget_wan) is not null and executed_wan is not null) as compared,
        sum(coalesce(adjusted_wan, budget_wan)) filter (where executed_wan is not null) as planned_wan,
        sum(executed_wan) filter (where coalesce(adjusted_wan, budget_wan) is not null) as executed_wan
    from marts.fct_execution
    where is_counted
    group by city_key, department_key, year_key
),

achieved as (
    select
        city_key, department_key, year_key, count(*) filter (where target_met) as met,
        count(*) filter (where not target_met) as missed, count(*) filter (where target_met is null) as unknown
    from marts.fct_performance
    where is_counted
    group by city_key, department_key, year_key
)

select
    city_key, department_key, year_key as budget_year, documents, amounts, coalesce(indicators, 0) as indicators,
    coalesce(quantitative, 0) as quantitative, coalesce(high, 0) as high, coalesce(medium, 0) as medium,
    coalesce(low, 0) as low, coalesce(evaluated, 0) as evaluated, coalesce(compared, 0) as compared,
    fen(planned_wan) as planned, fen(executed_wan) as executed, coalesce(met, 0) as met, coalesce(missed, 0) as missed,
    coalesce(unknown, 0) as unknown
from published
inner join by_source using (city_key, department_key, year_key)
left join indicators using (city_key, department_key, year_key)
left join findings using (city_key, department_key, year_key)
left join spent using (city_key, department_key, year_key)
left join achieved using (city_key, department_key, year_key)
order by city_key, department_key, year_key
