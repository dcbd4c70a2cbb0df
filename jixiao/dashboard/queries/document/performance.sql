select
    document_key, project_key, category_key, indicator_name as name, target, actual, direction, target_met as met,
    plain(weight) as weight, plain(score) as score, reason, note, page, line, char_start as "start", char_end as "end",
    name_start, name_end, target_start, target_end, actual_start, actual_end
from marts.fct_performance
order by document_key, project_key, indicator_seq
