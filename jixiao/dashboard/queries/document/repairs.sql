select
    document_key, project_key, level, measure, printed, fen(repaired_wan) as repaired, proof, page, line,
    char_start as "start", char_end as "end"
from marts.number_repairs
order by document_key, line, char_start
