select document_id as document_key, "text"
from landing.sources
where document_id in (select document_key from marts.dim_document)
order by document_key
