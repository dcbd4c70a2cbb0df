select batch_id, project_digest, parser_version
from landing.batches
order by batch_id desc
limit 1
