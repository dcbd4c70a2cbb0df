select
    document_key, category_key, count(*) as indicators, count(annual_target) as targets,
    count(*) filter (where annual_is_quantitative) as quantitative
from marts.fct_indicators
group by document_key, category_key
order by document_key, category_key
