with funding as (
    select city_key, document_key, project_key, sum(amount_wan) as amount_wan
    from marts.fct_funding
    group by city_key, document_key, project_key
),

indicators as (
    select city_key, document_key, project_key, count(*) as indicators
    from marts.fct_indicators
    group by city_key, document_key, project_key
),

findings as (
    select city_key, document_key, project_key, count(*) as findings
    from marts.audit_findings
    inner join marts.dim_document using (document_key)
    group by city_key, document_key, project_key
)

select
    city_key, document_key, project_key, unit_name as unit, project_name as name, project_family as family,
    fen(amount_wan) as amount, coalesce(indicators, 0) as indicators, coalesce(findings, 0) as findings
from marts.fct_goals as goals
inner join marts.dim_project using (project_key)
inner join marts.dim_unit on goals.unit_key = dim_unit.unit_key
left join funding using (city_key, document_key, project_key)
left join indicators using (city_key, document_key, project_key)
left join findings using (city_key, document_key, project_key)
order by city_key, document_key, project_key
