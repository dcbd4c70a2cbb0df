-- What each document holds, counted once for all the lists that a build writes.
create or replace temp table document_sums as
with amounts as (
    select document_key, sum(amount_wan) as amount_wan, sum(counted_wan) as counted_wan
    from marts.fct_funding
    group by document_key
),

projects as (
    select document_key, count(*) as projects
    from marts.fct_goals
    group by document_key
),

-- Projects of a unit and year, each once, however often it is printed.
of_year as (
    select department_key, year_key, count(*) as projects_of_year
    from marts.fct_goals
    where is_counted
    group by department_key, year_key
),

evaluated as (
    select document_key, count(*) as evaluated
    from marts.fct_execution
    group by document_key
),

indicators as (
    select
        document_key, count(*) as indicators,
        count(*) filter (where annual_is_quantitative or cycle_is_quantitative) as quantitative
    from marts.fct_indicators
    where is_counted
    group by document_key
),

totals as (
    select
        document_key,
        count(*) filter (where level = 'document') as document_totals,
        count(*) filter (where level = 'document' and reconciles) as document_reconciled,
        count(*) filter (where level = 'unit') as unit_totals,
        count(*) filter (where level = 'unit' and reconciles) as unit_reconciled,
        count(*) filter (where level = 'project') as project_totals,
        count(*) filter (where level = 'project' and reconciles) as project_reconciled
    from marts.reconciliation
    group by document_key
),

findings as (
    select
        document_key,
        count(*) filter (where severity = 'high') as high,
        count(*) filter (where severity = 'medium') as medium,
        count(*) filter (where severity = 'low') as low,
        count(*) filter (where is_counted) as counted_findings
    from semantic.findings_located
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
    document.city_key, document.document_key, document.file_name, document.form, document.department_key,
    department.department_name, department.function_code, document.year_key as budget_year, document.characters,
    document.characters_understood, coalesce(amount_wan, 0) as amount_wan,
    coalesce(counted_wan, 0) as counted_wan, coalesce(projects, 0) as projects,
    coalesce(projects_of_year, 0) as projects_of_year, coalesce(evaluated, 0) as evaluated,
    coalesce(indicators, 0) as indicators, coalesce(quantitative, 0) as quantitative,
    coalesce(document_totals, 0) as document_totals, coalesce(document_reconciled, 0) as document_reconciled,
    coalesce(unit_totals, 0) as unit_totals, coalesce(unit_reconciled, 0) as unit_reconciled,
    coalesce(project_totals, 0) as project_totals, coalesce(project_reconciled, 0) as project_reconciled,
    coalesce(high, 0) as high, coalesce(medium, 0) as medium, coalesce(low, 0) as low,
    coalesce(counted_findings, 0) as counted_findings,
    coalesce(issues, 0) as issues, coalesce(repairs, 0) as repairs
from marts.dim_document as document
inner join marts.dim_department as department using (department_key)
left join amounts using (document_key)
left join projects using (document_key)
left join of_year on document.department_key = of_year.department_key and document.year_key = of_year.year_key
left join evaluated using (document_key)
left join indicators using (document_key)
left join totals using (document_key)
left join findings using (document_key)
left join issues using (document_key)
left join repairs using (document_key)
