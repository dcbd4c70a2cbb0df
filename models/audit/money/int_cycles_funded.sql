select
    document_key,
    project_key,
    sum(midterm_amount_wan) as cycle_wan
from {{ ref('fct_funding') }}
{{ where_touched() }}
group by document_key, project_key
