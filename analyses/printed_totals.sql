-- 原表合计是否勾稽相符？
-- Do the printed totals add up?
--
-- Read: a row per document and level of total. `differ` should be 0; `widest_wan` is the largest difference in 万元,
-- and `unreadable` counts totals whose number could not be read.
-- Caveat: a document that prints no totals has no row: nothing of it could be checked this way.
-- 读法：每份文件、每级合计一行。“不符”应为 0；“最大差额（万元）”是相差最大的一项，“无法辨认”是数字读不出的合计数。
-- 注意：不印合计的文件没有行：无从这样核对。
-- depends_on: {{ ref('reconciliation') }} {{ ref('dim_document') }}
select
    file_name,
    level,
    count(*) as totals,
    count(*) filter (where reconciles) as reconcile,
    count(*) filter (where not reconciles and printed_wan is not null) as differ,
    count(*) filter (where printed_wan is null) as unreadable,
    max(abs(difference_wan)) as widest_wan
from marts.reconciliation
inner join marts.dim_document using (document_key)
group by document_key, file_name, level
order by file_name, document_key, level
