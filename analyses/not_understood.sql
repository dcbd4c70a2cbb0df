-- 哪些文字未识别？
-- What was not understood?
--
-- Read: per document the share of characters that stand in no field, label or layout, and its longest such
-- passage.
-- Caveat: what is printed twice in a loop by character recognition counts as not understood; nothing of it is in
-- the facts.
-- 读法：每份文件中不属于任何栏目、标签或版式的字符占比，以及其中最长的一段。
-- 注意：文字识别重复输出的内容算作未识别，不进入任何事实表。
-- depends_on: {{ ref('dim_document') }} {{ source('landing', 'not_understood') }}
with passages as (
    select
        document_id as document_key,
        count(*) as passages,
        arg_max(line, struct_pack(size := char_end - char_start, place := -char_start)) as line,
        arg_max(text, struct_pack(size := char_end - char_start, place := -char_start)) as longest
    from landing.not_understood
    group by document_id
)

select
    file_name,
    characters,
    characters - characters_understood as not_understood,
    round(100 * (characters - characters_understood) / characters, 2) as percent,
    coalesce(passages, 0) as passages,
    line,
    left(longest, 40) as longest
from marts.dim_document
left join passages using (document_key)
order by percent desc, file_name, document_key
