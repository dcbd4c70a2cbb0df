select document_id as document_key, "text", reason, reason_zh, page, line, char_start as "start", char_end as "end"
from landing.not_understood
where document_id in (select document_key from marts.dim_document)
order by document_key, char_start
