select
    document_key, project_key, indicator_key, category_key, printed_ordinal as ordinal, printed_level1, printed_level2,
    indicator_name as name, cycle_target, cycle_operator, plain(cycle_value) as cycle_value,
    plain(cycle_upper_value) as cycle_upper, cycle_unit, annual_target, annual_operator,
    plain(annual_value) as annual_value, plain(annual_upper_value) as annual_upper, annual_unit, page, line,
    char_start as "start", char_end as "end", name_start, name_end, cycle_start, cycle_end, annual_start, annual_end
from marts.fct_indicators
order by document_key, project_key, indicator_seq
