-- Sums by correlation: of a few cities, no other city's rows are summed.
select
    goals.city_key, document_key, function_code, year_key as budget_year, project_key, unit_name as unit,
    project_name as name, project_family as family, is_counted,
    (
        select fen(sum(funding.amount_wan)) from marts.fct_funding as funding
        where funding.document_key = goals.document_key and funding.project_key = goals.project_key
    ) as amount,
    (
        select count(*) from marts.fct_indicators as indicators
        where indicators.document_key = goals.document_key and indicators.project_key = goals.project_key
    ) as indicators,
    (
        select count(distinct findings.finding_key) from marts.audit_finding_rows as findings
        where findings.document_key = goals.document_key and findings.project_key = goals.project_key
    ) as findings
from marts.fct_goals as goals
inner join marts.dim_project using (project_key)
inner join marts.dim_department on goals.department_key = dim_department.department_key
inner join marts.dim_unit on goals.unit_key = dim_unit.unit_key
order by goals.city_key, document_key, project_key
