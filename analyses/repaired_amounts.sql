-- 哪些金额是按勾稽关系推算的？
-- Which amounts were repaired, and on what proof?
--
-- Read: the damaged text as printed, the value the arithmetic leaves as the only one, and the sums that prove it.
-- Caveat: a repair is proven by sums of the same document, not seen; compare with the original page before quoting
-- it.
-- 读法：所印的损坏文字、算术上唯一可能的数值，以及证明它的合计关系。
-- 注意：推算由同一文件的合计关系证明，并非看清了原文；引用前先与原件核对。
-- depends_on: {{ ref('number_repairs') }} {{ ref('dim_document') }} {{ ref('dim_unit') }} {{ ref('dim_project') }}
select
    file_name,
    repairs.line,
    unit_name,
    project_name,
    measure,
    printed,
    repaired_wan,
    proof
from marts.number_repairs as repairs
inner join marts.dim_document using (document_key)
left join marts.dim_project using (project_key)
left join marts.dim_unit on repairs.unit_key = dim_unit.unit_key
order by repaired_wan desc, file_name, document_key, repairs.char_start
limit 50
