-- Files that no reading covers, each with its latest reason.
select file_name, code, message, message_zh, page, line, expected, found
from landing.quarantine
where sha256 not in (select sha256 from landing.documents)
qualify row_number() over (partition by file_name order by batch_id desc, sha256) = 1
order by file_name
