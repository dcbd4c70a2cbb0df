-- 部门预算是否在批复后二十日内公开？
-- Was each document published within 20 days of the reply, as article 14 of the Budget Law asks?
--
-- Read: `published_on` is what the official page says (`jixiao fetch`) or documents.csv; `reply_on` is the day that the
-- form prints beside a label of the reply 批复日期, the last one where it prints several; `days` lie between them.
-- Caveat: most forms print no day of the reply and are not here; a page may have been moved since it was published.
-- 读法：“公开日期”取自官方网页（`jixiao fetch`）或 documents.csv；“批复日期”是表中“批复日期”一类标签旁所印的日期，印有几个的取最后一个；“间隔天数”
-- 是两者之差。
-- 注意：多数表格不印批复日期，不在此列；网页公开后也可能移动过。
-- depends_on: {{ ref('project_attributes') }} {{ ref('dim_document') }} {{ ref('dim_department') }}
with dated as (
    select
        document_key,
        regexp_extract(value, '(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})', ['y', 'm', 'd']) as printed
    from marts.project_attributes
    where regexp_matches(attribute, '批复(日期|时间)')
),

replies as (
    select
        document_key,
        max(try_cast(concat(printed['y'], '-', printed['m'], '-', printed['d']) as date)) as reply_on
    from dated
    group by document_key
)

select
    file_name,
    department_name,
    year_key as budget_year,
    reply_on,
    published_on,
    date_diff('day', reply_on, published_on) as days,
    published_on > reply_on + 20 as is_late,
    page_url
from marts.dim_document
inner join replies using (document_key)
inner join marts.dim_department using (department_key)
where published_on is not null and reply_on is not null
order by days desc, file_name, document_key
