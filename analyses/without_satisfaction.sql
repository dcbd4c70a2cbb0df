-- 哪些项目没有满意度指标？
-- Which projects have no satisfaction indicator?
--
-- Read: the projects of the most money first. A project that serves people should ask them.
-- Caveat: internal expenses (rents, equipment) may well have nobody to ask; classified projects are left out. One
-- printed under another class is not seen here: see the rule `satisfaction_elsewhere`.
-- 读法：金额大的项目在前。为人服务的项目，应当问一问服务对象。
-- 注意：内部支出（租金、设备）可能确实没有可问的对象；涉密项目不列。满意度指标归入其他类别的在此看不到，见规则 `satisfaction_elsewhere`。
-- depends_on: {{ ref('fct_goals') }} {{ ref('fct_indicators') }} {{ ref('fct_funding') }} {{ ref('dim_category') }}
-- depends_on: {{ ref('dim_project') }} {{ ref('dim_unit') }} {{ ref('dim_document') }}
with satisfaction as (
    select
        document_key,
        project_key,
        count(*) as indicators,
        count(*) filter (where level1_code = '3') as satisfaction_indicators
    from marts.fct_indicators
    inner join marts.dim_category using (category_key)
    group by document_key, project_key
),

money as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan
    from marts.fct_funding
    group by document_key, project_key
)

select
    file_name,
    goals.line,
    unit_name,
    project_name,
    amount_wan,
    coalesce(indicators, 0) as indicators
from marts.fct_goals as goals
inner join marts.dim_document on goals.document_key = dim_document.document_key
inner join marts.dim_project on goals.project_key = dim_project.project_key
inner join marts.dim_unit on goals.unit_key = dim_unit.unit_key
left join satisfaction
    on goals.document_key = satisfaction.document_key and goals.project_key = satisfaction.project_key
left join money on goals.document_key = money.document_key and goals.project_key = money.project_key
where coalesce(satisfaction_indicators, 0) = 0 and not is_classified and is_counted
order by amount_wan desc nulls last, file_name, goals.goal_key
limit 20
