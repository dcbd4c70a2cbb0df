select
    document_key, level, name, unit_key, project_key,
    case amount_kind when 'allocated' then 'total' else amount_kind end as measure, printed,
    fen(printed_wan) as printed_amount, fen(computed_wan) as computed, fen(difference_wan) as difference, reconciles, is_repaired, page, line,
    char_start as "start", char_end as "end"
from marts.reconciliation
union all
select
    document_key, level, name, unit_key, null as project_key, funding_source_code as measure, printed,
    fen(printed_wan) as printed_amount, fen(computed_wan) as computed, fen(difference_wan) as difference, reconciles,
    is_repaired, page, line, char_start as "start", char_end as "end"
from marts.reconciliation_by_source
order by document_key, "start", measure
