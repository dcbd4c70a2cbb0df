"""Wrong deliveries of forms of a whole department, and of the codes beside names."""

DEPARTMENT_FAULTS: dict[str, list[str]] = {
    "proofs_are_published": [
        "update marts.fct_funding set is_proved = not is_proved where funding_key = (select min(funding_key) from marts.fct_funding)",
        "update marts.fct_funding set is_proved = false",
    ],
    "department_goals_are_published_once": [
        "delete from marts.fct_department_goals",
        "insert into marts.fct_department_goals select * from marts.fct_department_goals",
        "update marts.fct_department_goals set achieved_goal = annual_goal",
    ],
    "department_budget_is_published_once": [
        "delete from marts.fct_department_budget where item = 'total'",
        "update marts.fct_department_budget set amount_wan = amount_wan + 0.000001 where item = 'basic'",
        "update marts.fct_department_budget set executed_wan = amount_wan",
        "update marts.fct_department_budget set is_proved = true",
    ],
    "department_tasks_are_published_once": [
        "delete from marts.fct_department_tasks where amount_wan is null",
        "update marts.fct_department_tasks set amount_wan = 0 where amount_wan is null",
        "update marts.fct_department_tasks set content = null",
    ],
    "department_indicators_are_published_once": [
        "delete from marts.fct_department_indicators where indicator_seq = 1",
        "update marts.fct_department_indicators set category_key = 90",
        "update marts.fct_department_indicators set annual_target = indicator_name",
        "update marts.fct_department_indicators set line = line + 1",
    ],
    "department_facts_agree_with_their_document": [
        "update marts.fct_department_budget set department_key = 99",
        "update marts.fct_department_tasks set year_key = year_key - 1",
        "update marts.fct_department_indicators set city_key = 99",
    ],
    "codes_are_printed_ones": [
        "update marts.dim_department set department_code = null",
        "update marts.dim_department set department_code = '1'",
        "update landing.units set unit_code = '1' where document_id = 3",
        "update marts.dim_unit set unit_code = '1'",
    ],
}
"""One statement each, run on the good warehouse."""
