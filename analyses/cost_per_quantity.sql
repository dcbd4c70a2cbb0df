-- 可比的产出，单位成本是多少？
-- What does one unit of output cost, where it can be compared?
--
-- Read: projects with exactly one output that is a number of things, next to others that count in the same word;
-- `times_median` far from 1 deserves a look at what is counted.
-- Caveat: the money pays for everything the project does, ≥ targets are lower bounds, and a person trained is not
-- a person employed: a hint, never a price.
-- 读法：只有一项实物数量产出的项目，与以同一量词计数的其他项目相比；“为中位数的倍数”远离 1 的，先看数的是什么。
-- 注意：资金支付的是项目的全部支出，“≥”的指标值只是下限，培训一个人与雇用一个人也不是一回事：只作线索，不作价格。
-- depends_on: {{ ref('fct_indicators') }} {{ ref('fct_funding') }} {{ ref('dim_category') }} {{ ref('dim_project') }}
-- depends_on: {{ ref('dim_unit') }}
with quantities as (
    select
        document_key,
        project_key,
        any_value(unit_key) as unit_key,
        any_value(indicator_name) as indicator_name,
        any_value(annual_value) as quantity,
        any_value(annual_unit) as counted_in
    from marts.fct_indicators
    inner join marts.dim_category using (category_key)
    where
        level2_code = '11'
        and annual_operator in ('=', '>=', '>')
        and annual_value > 0
        and annual_unit not in ('%', '‰')
    group by document_key, project_key
    having count(*) = 1
),

money as (
    select
        document_key,
        project_key,
        sum(amount_wan) as amount_wan
    from marts.fct_funding
    where is_counted
    group by document_key, project_key
    having sum(amount_wan) > 0
),

priced as (
    select
        *,
        cast(amount_wan as double) / cast(quantity as double) as wan_each,
        count(*) over (partition by counted_in) as peers,
        median(cast(amount_wan as double) / cast(quantity as double)) over (partition by counted_in) as median_each
    from quantities
    inner join money using (document_key, project_key)
)

select
    counted_in,
    unit_name,
    project_name,
    indicator_name,
    quantity,
    amount_wan,
    round(wan_each, 4) as wan_each,
    round(wan_each / median_each, 2) as times_median
from priced
inner join marts.dim_project using (project_key)
inner join marts.dim_unit on priced.unit_key = dim_unit.unit_key
where peers > 1
order by counted_in, wan_each desc, document_key, project_key
limit 50
