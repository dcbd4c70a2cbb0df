-- A self-evaluation of every second project: nine tenths spent, of every fifth no amount known, one of three targets missed.
insert into marts.fct_execution by name
select
    goal_key as execution_key, document_key, city_key, department_key, unit_key, project_key, year_key, page, line,
    is_counted, 100 + project_key % 7 as budget_wan, if(project_key % 3 = 0, 90, null) as adjusted_wan,
    if(project_key % 5 = 0, null, 81) as executed_wan
from marts.fct_goals
where project_key % 2 = 0;

insert into marts.fct_performance by name
select
    indicator_key as performance_key, document_key, city_key, department_key, unit_key, project_key, year_key, category_key,
    indicator_seq, page, line, is_counted, indicator_seq % 3 != 0 as target_met
from marts.fct_indicators;
