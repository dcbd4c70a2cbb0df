select
    document_key, category_key, count(*) as indicators
from marts.fct_indicators
group by document_key, category_key
order by document_key, category_key
