select
    document_key, level, count(*) as totals, count(*) filter (where reconciles) as reconciled
from marts.reconciliation
group by document_key, level
order by document_key, level
