-- 哪些项目只列了金额，没有公开绩效目标？
-- Which projects are listed with their money, and have no form?
--
-- Read: projects of lists beside the forms (项目支出表, 资金分配表) that are proved by their total, the most money
-- first. What they are to achieve is not published in this file; `fct_funding` has none of their money.
-- Caveat: the form may be published elsewhere, or under another name. A list whose total is the money of one form
-- divides that money, and is left out.
-- 读法：与项目表同在一个文件的列表（项目支出表、资金分配表）中、与合计相符的项目，金额大的在前。本文件没有公开其绩效目标，`fct_funding` 也不含这些金额。
-- 注意：绩效目标表可能另行公开，或者名称不同。合计等于某一项目表金额的列表是该项目资金的明细，不列出。
-- depends_on: {{ ref('fct_listed_projects') }} {{ ref('dim_document') }}
select
    file_name,
    line,
    heading,
    project_name,
    coalesce(allocated_wan, adjusted_wan, budget_wan) as amount_wan
from marts.fct_listed_projects
inner join marts.dim_document using (document_key)
where is_proved and not is_total and not has_form and not divides_form
order by amount_wan desc nulls last, file_name, line, listed_project_key
limit 20
