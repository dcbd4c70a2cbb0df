select funding_source_code as code, funding_source_name as name
from marts.dim_funding_source
order by funding_source_key
