-- 哪些原表合计与分项之和不符，差多少？
-- Which printed totals do not reconcile, and by how much?
--
-- Read: both sides of the contradiction, the largest first. Look the line up in the document. A difference of a
-- project usually shows again in its unit and in the document.
-- Caveat: the printed number is not corrected, and neither side is known to be right. No row is good news.
-- 读法：矛盾的两边，差额大的在前，请到文件中查看该行。项目的差额通常会在单位和文件的合计中再次出现。
-- 注意：不更正所印的数字，也不知道哪一边是对的。没有行是好消息。
-- depends_on: {{ ref('reconciliation') }} {{ ref('dim_document') }}
select
    file_name,
    line,
    level,
    name,
    printed_wan,
    computed_wan,
    difference_wan,
    printed as printed_text
from marts.reconciliation
inner join marts.dim_document using (document_key)
where not reconciles
order by abs(difference_wan) desc nulls first, file_name, document_key, char_start
limit 50
