-- 每份文件的预算年度依据什么确定？
-- What does the budget year of each document rest on?
--
-- Read: `printed` is read from the form, `outside` from the same file outside its forms, `file_name` from the name of
-- the file, `manifest` was told with it, `inferred` follows from years in the text, which the evidence quotes.
-- Caveat: an inferred year is the only one that fits the text; compare it with where the document was published.
-- 读法：`printed` 为表中载明，`outside` 为同一文件表外载明，`file_name` 据文件名，`manifest` 由清单指定，`inferred` 由文中的年份
-- 推断，依据见原文证据。
-- 注意：推断的年度是唯一与文字相符的年度；请与文件的公开时间核对。
-- depends_on: {{ ref('dim_document') }} {{ ref('dim_department') }}
select
    file_name,
    department_name,
    year_key as budget_year,
    year_basis,
    left(year_evidence, 80) as evidence
from marts.dim_document
inner join marts.dim_department using (department_key)
order by year_basis, file_name, document_key
