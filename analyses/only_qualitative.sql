-- 哪些大额项目只有定性指标值？
-- Which of the largest projects have only qualitative targets?
--
-- Read: projects with indicators, none of which has a quantity as annual or cycle target, the most money first. At
-- the end of the year nothing can be counted.
-- Caveat: a target in a sentence that holds a number counts as qualitative where the sentence is more than one
-- quantity.
-- 读法：有指标、但年度和周期指标值都不是数量的项目，金额大的在前。到年底，没有一项可以数得出来。
-- 注意：指标值是一句话、其中不止一个数量的，算作定性。
-- depends_on: {{ ref('fct_indicators') }} {{ ref('fct_funding') }} {{ ref('dim_project') }} {{ ref('dim_unit') }}
-- depends_on: {{ ref('dim_document') }}
with measured as (
    select
        document_key,
        project_key,
        unit_key,
        count(*) as indicators,
        min(line) as line,
        arg_min(coalesce(annual_target, cycle_target), indicator_seq) as first_target
    from marts.fct_indicators
    group by document_key, project_key, unit_key
    having not coalesce(bool_or(annual_is_quantitative or cycle_is_quantitative), false)
),

money as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan
    from marts.fct_funding
    where is_counted
    group by document_key, project_key
)

select
    file_name,
    line,
    unit_name,
    project_name,
    amount_wan,
    indicators,
    left(first_target, 40) as first_target
from measured
inner join money using (document_key, project_key)
inner join marts.dim_document using (document_key)
inner join marts.dim_project using (project_key)
inner join marts.dim_unit on measured.unit_key = dim_unit.unit_key
order by amount_wan desc, file_name, document_key, project_key
limit 20
