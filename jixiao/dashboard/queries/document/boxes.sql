-- Where runs of characters stand on their pages, in hundredths of a point.
select
    document_id as document_key, page, cast(x0 * 100 as bigint) as x0, cast(y0 * 100 as bigint) as y0,
    cast(x1 * 100 as bigint) as x1, cast(y1 * 100 as bigint) as y1, char_start as "start", char_end as "end"
from landing.text_boxes
where document_id in (select document_key from marts.dim_document)
order by document_key, char_start
