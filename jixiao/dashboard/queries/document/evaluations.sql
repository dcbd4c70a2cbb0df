select
    document_key, project_key, fact.achieved_goal, achieved_goal_start, achieved_goal_end,
    plain(fact.total_weight) as total_weight, plain(fact.total_score) as total_score, total_score_start,
    total_score_end, fact.grade, printed.page, printed.line, printed.char_start as "start", printed.char_end as "end"
from marts.fct_execution as fact
inner join landing.evaluations as printed on execution_key = project_row_key(document_id, project_seq)
order by document_key, project_key
