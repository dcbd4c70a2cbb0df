select
    document_key, project_key, 'total' as source, fen(budget_wan) as budget, budget_printed, fen(adjusted_wan) as adjusted,
    adjusted_printed, fen(executed_wan) as executed, executed_printed, plain(execution_rate) as rate,
    execution_rate_printed as rate_printed, plain(computed_rate) as computed_rate, plain(execution_weight) as weight,
    plain(execution_score) as score, execution_reason as reason, page, line, char_start as "start", char_end as "end"
from marts.fct_execution
union all
select
    document_key, project_key, funding_source_code as source, fen(fact.budget_wan) as budget, printed.budget_printed,
    fen(fact.adjusted_wan) as adjusted, printed.adjusted_printed, fen(fact.executed_wan) as executed,
    printed.executed_printed, plain(fact.execution_rate) as rate, printed.execution_rate_printed as rate_printed,
    null as computed_rate, plain(printed.weight) as weight, plain(printed.score) as score, printed.reason, fact.page,
    fact.line, fact.char_start as "start", fact.char_end as "end"
from marts.fct_execution_by_source as fact
inner join marts.dim_funding_source using (funding_source_key)
inner join landing.executions as printed
    on document_id = document_key and printed.measure = funding_source_code and printed.char_start = fact.char_start
order by document_key, project_key, "start"
