-- 各单位资金中财政拨款占多少？
-- What share of a unit's money is fiscal appropriation 财政拨款?
--
-- Read: a row per unit and year; below 100 the unit also spends money of a special account 财政专户 or other money,
-- which the budget does not vote in the same way.
-- Caveat: text layers lose blank cells: where a document leaves the source open, the reading takes the leading
-- column and says so (issue `funding_source_assumed`).
-- 读法：每个单位、年度一行；低于 100 的，还使用财政专户资金或其他资金，这些资金不按同样的方式审批。
-- 注意：文本层会丢失空白单元格：文件看不出资金来源时，按最前一栏读取并注明（识读存疑 `funding_source_assumed`）。
-- depends_on: {{ ref('fct_funding') }} {{ ref('dim_funding_source') }} {{ ref('dim_unit') }}
-- depends_on: {{ ref('dim_department') }} {{ ref('dim_city') }}
select
    city_name,
    function_name,
    unit_name,
    year_key as budget_year,
    sum(amount_wan) as amount_wan,
    sum(amount_wan) filter (where funding_source_code = 'fiscal') as fiscal_wan,
    round(
        100 * coalesce(sum(amount_wan) filter (where funding_source_code = 'fiscal'), 0)
        / nullif(sum(amount_wan), 0), 2
    ) as percent_fiscal
from marts.fct_funding as funding
inner join marts.dim_funding_source using (funding_source_key)
inner join marts.dim_unit on funding.unit_key = dim_unit.unit_key
inner join marts.dim_department on funding.department_key = dim_department.department_key
inner join marts.dim_city on funding.city_key = dim_city.city_key
where is_counted
group by funding.unit_key, city_name, function_name, unit_name, year_key
order by percent_fiscal nulls first, amount_wan desc, funding.unit_key, budget_year
