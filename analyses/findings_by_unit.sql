-- 哪类审计疑点集中在哪个单位？
-- Which findings concentrate in which unit?
--
-- Read: `times_expected` is the unit's share of the findings of a rule divided by its share of the projects: 3 means
-- three times as many as its projects would explain.
-- Caveat: only rules and units with at least three findings; the same fault in many rows of one form is one finding.
-- 读法：“为预期的倍数”等于单位在某规则疑点中的占比除以其在项目中的占比：3 表示疑点是按项目数推算的三倍。
-- 注意：只列至少有三条疑点的规则和单位；一张表中多行的同一问题是一条疑点。
-- depends_on: {{ ref('audit_findings') }} {{ ref('fct_goals') }} {{ ref('dim_unit') }}
with projects as (
    select
        unit_key,
        count(distinct concat_ws('-', project_key, year_key)) as projects
    from marts.fct_goals
    group by unit_key
),

hits as (
    select
        unit_key,
        rule_code,
        title_zh,
        severity,
        count(*) as findings
    from marts.audit_findings
    inner join marts.fct_goals using (document_key, project_key)
    group by unit_key, rule_code, title_zh, severity
),

shares as (
    select
        *,
        sum(findings) over (partition by rule_code) as of_rule,
        projects / (select sum(every.projects) from projects as every) as share_of_projects
    from hits
    inner join projects using (unit_key)
)

select
    unit_name,
    rule_code,
    title_zh,
    severity,
    findings,
    of_rule as findings_of_all_units,
    projects,
    round(findings / of_rule / share_of_projects, 2) as times_expected
from shares
inner join marts.dim_unit using (unit_key)
where findings >= 3 and findings / of_rule > share_of_projects
order by times_expected desc, findings desc, unit_key, rule_code
limit 20
