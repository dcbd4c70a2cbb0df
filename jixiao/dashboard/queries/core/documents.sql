with projects as (
    select document_key, count(*) as projects
    from marts.fct_goals
    group by document_key
),

indicators as (
    select
        document_key, count(*) as indicators,
        count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative
    from marts.fct_indicators
    group by document_key
),

evaluated as (
    select document_key, count(*) as evaluated
    from marts.fct_execution
    group by document_key
),

issues as (
    select document_key, count(*) as issues
    from marts.reading_issues
    group by document_key
),

repairs as (
    select document_key, count(*) as repairs
    from marts.number_repairs
    left join (select document_key, project_key, is_counted from marts.fct_goals) using (document_key, project_key)
    where coalesce(is_counted, true)
    group by document_key
)

select
    document_key, file_name, medium, form, document.city_key, document.department_key, dim_year.budget_year, year_basis,
    fen(document.printed_total_wan) as printed_total, document.characters, characters_understood,
    coalesce(projects, 0) as projects, coalesce(evaluated, 0) as evaluated, coalesce(indicators, 0) as indicators,
    coalesce(quantitative, 0) as quantitative, coalesce(issues, 0) as issues, coalesce(repairs, 0) as repairs
from marts.dim_document as document
inner join marts.dim_year using (year_key)
inner join (select document_id as document_key, medium from landing.documents) using (document_key)
left join projects using (document_key)
left join indicators using (document_key)
left join evaluated using (document_key)
left join issues using (document_key)
left join repairs using (document_key)
order by document_key
