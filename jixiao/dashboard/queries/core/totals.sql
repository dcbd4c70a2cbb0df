select
    document_key, level, count(*) as totals, count(*) filter (where reconciles) as reconciled,
    count(*) filter (where is_repaired) as repaired
from marts.reconciliation
group by document_key, level
order by document_key, level
