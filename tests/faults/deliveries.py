"""For every expectation the wrong deliveries it must refuse: one statement each, run on the good warehouse."""

from tests.faults.departments import DEPARTMENT_FAULTS
from tests.faults.of_landing import OF_LANDING
from tests.faults.of_marts import OF_MARTS

_FIRST_FUNDING = "funding_key = 3000011"

FAULTS: dict[str, list[str]] = {
    **DEPARTMENT_FAULTS,
    **OF_MARTS,
    **OF_LANDING,
    "warehouse_holds_documents": [
        "insert into landing.supersessions by name "
        "select 3 as batch_id, document_id, 99 as superseded_by, 'same file' as reason from landing.documents",
    ],
    "printed_totals_are_published": [
        "delete from marts.reconciliation where level = 'unit' and document_key = 3",
        "insert into marts.reconciliation select * from marts.reconciliation where level = 'document'",
        "update marts.reconciliation set printed_wan = computed_wan + 1 where level = 'document'",
        "delete from marts.dim_document where document_key = 3",
    ],
    "computed_totals_are_sums_of_landing": [
        "update marts.reconciliation set computed_wan = computed_wan + 0.000001 where level = 'project'",
        "update landing.funding set amount_wan = amount_wan + 0.01 where project_seq = 1 and document_id = 3",
    ],
    "source_totals_are_sums_of_landing": [
        "update marts.reconciliation_by_source set computed_wan = 0",
        "delete from marts.reconciliation_by_source where level = 'document'",
    ],
    "verdicts_follow_from_the_amounts": [
        "update marts.reconciliation set reconciles = not reconciles where level = 'document'",
        "update marts.reconciliation set difference_wan = 0.01 where level = 'unit'",
        "update marts.reconciliation_by_source set reconciles = false where level = 'document'",
    ],
    "totals_bear_the_names_of_what_they_total": [
        "update marts.reconciliation set name = '合计' where level = 'document'",
        "update marts.reconciliation_by_source set name = printed where level = 'unit'",
        "update marts.reconciliation set unit_key = 30001 where document_key = 4",
    ],
    "documents_that_print_a_total_are_compared": [
        "delete from marts.reconciliation where level = 'document'",
        "insert into marts.reconciliation select * from marts.reconciliation where level = 'document'",
    ],
    "printed_totals_equal_the_facts": [
        f"update marts.fct_funding set amount_wan = amount_wan + 0.01 where {_FIRST_FUNDING}",
        "delete from marts.fct_funding",
    ],
    "printed_total_of_a_document_is_kept": [
        "update marts.dim_document set printed_total_wan = printed_total_wan / 10000",
        "update marts.dim_document set printed_total_wan = 0 where printed_total_wan is null",
        "delete from landing.printed_totals where document_id = 3 and level = 'document'",
    ],
    "facts_sum_to_landing": [
        f"delete from marts.fct_funding where {_FIRST_FUNDING}",
        f"update marts.fct_funding set funding_source_key = 3 where {_FIRST_FUNDING}",
        f"insert into marts.fct_funding select * from marts.fct_funding where {_FIRST_FUNDING}",
        f"update marts.fct_funding set document_key = 6 where {_FIRST_FUNDING}",
    ],
    "midterm_amounts_sum_to_landing": [
        "update marts.fct_funding set midterm_amount_wan = amount_wan where midterm_amount_wan is not null",
        "update marts.fct_funding set midterm_amount_wan = 0 where midterm_amount_wan is null",
    ],
    "yuan_are_ten_thousand_to_the_wan": [
        "update marts.fct_funding set amount_yuan = amount_wan",
        f"update marts.fct_funding set amount_yuan = 0 where {_FIRST_FUNDING}",
    ],
    "comparisons_sum_to_the_facts": [
        "insert into marts.year_over_year select * from marts.year_over_year",
        "delete from marts.city_comparison",
        "update marts.city_comparison set budget_year = budget_year + 1",
    ],
    "repaired_amounts_have_their_proof": [
        "delete from landing.repairs",
        "update landing.repairs set repaired_wan = repaired_wan + 1",
        "update landing.funding set is_repaired = true where document_id = 3",
    ],
    "delivered_files_are_accounted_for": [
        "update landing.batches set delivered = delivered - 1 where batch_id = 2",
        "update landing.batches set delivered = 9, landed = landed + 1 where batch_id = 2",
        "update landing.batches set delivered = 9, quarantined = 1 where batch_id = 2",
    ],
    "documents_are_identified": [
        "delete from marts.dim_document where document_key = 3",
        "insert into marts.dim_document select * from marts.dim_document where document_key = 3",
        "update marts.dim_document set department_key = 99 where document_key = 3",
        "update marts.dim_document set city_key = 3 - city_key",
        "update marts.dim_year set budget_year = budget_year + 1",
    ],
    "documents_hold_projects": [
        "delete from landing.units where document_id = 5",
        "delete from landing.projects where document_id = 5",
        "delete from landing.department_goals",
    ],
    "projects_are_published_once": [
        "delete from marts.fct_goals where project_key = 300001",
        "insert into marts.fct_goals select * from marts.fct_goals where project_key = 300001",
        "update marts.fct_goals set annual_goal = null where project_key = 300001",
        "update marts.dim_project set project_name = '' where project_key = 300001",
    ],
    "money_stands_under_its_unit": [
        f"update marts.fct_funding set unit_key = unit_key + 1 where {_FIRST_FUNDING}",
        "delete from marts.dim_unit where unit_key % 1000 <= 2",
        "update marts.fct_funding set unit_key = 0",
    ],
    "funding_is_published_once": [
        f"delete from marts.fct_funding where {_FIRST_FUNDING}",
        f"insert into marts.fct_funding select * from marts.fct_funding where {_FIRST_FUNDING}",
        f"update marts.fct_funding set line = line + 1 where {_FIRST_FUNDING}",
    ],
    "indicators_are_published_once": [
        "delete from marts.fct_indicators where indicator_key = 3000010001",
        "insert into marts.fct_indicators select * from marts.fct_indicators where indicator_key = 3000010001",
        "update marts.fct_indicators set annual_target = cycle_target || '1'",
        "update marts.fct_indicators set indicator_seq = indicator_seq + 1 where document_key = 3",
    ],
    "categories_are_kept": [
        "update marts.fct_indicators set category_key = 11 where document_key = 3",
        "delete from marts.dim_category where category_key = 31",
    ],
    "categories_are_recognised": [
        "update landing.indicators set category_code = 90 where document_id <= 15",
    ],
    "facts_are_of_current_documents": [
        f"update marts.fct_funding set document_key = 1 where {_FIRST_FUNDING}",
        "update marts.fct_indicators set document_key = 1 where indicator_key = 3000010001",
        "update marts.fct_goals set document_key = 99 where project_key = 300001",
        "update marts.fct_execution set document_key = 1",
        "update marts.fct_performance set document_key = 99",
        "update marts.fct_department_tasks set document_key = 99",
        "update marts.reconciliation set document_key = 99 where level = 'document'",
        "update marts.reconciliation_by_source set document_key = 1",
    ],
    "facts_agree_with_their_document": [
        f"update marts.fct_funding set year_key = year_key - 1 where {_FIRST_FUNDING}",
        "update marts.fct_indicators set department_key = department_key + 1 where indicator_key = 3000010001",
        "update marts.fct_indicators set city_key = 0 where indicator_key = 3000010001",
    ],
    "executions_are_published_once": [
        "update marts.fct_execution set executed_wan = executed_wan + 0.01",
        "insert into marts.fct_execution select * from marts.fct_execution",
        "update marts.fct_execution set total_score = 100",
    ],
    "performance_is_published_once": [
        "delete from marts.fct_performance where indicator_seq = 1",
        "update marts.fct_performance set score = weight - 100",
        "update marts.fct_performance set actual = target || '1'",
    ],
    "rates_are_executed_money_of_the_adjusted_budget": [
        "update marts.fct_execution set computed_rate = 100 * executed_wan / budget_wan where budget_wan <> 0",
        "update marts.fct_execution set computed_rate = null",
    ],
    "nothing_is_judged_that_cannot_be_compared": [
        "update marts.fct_performance set target_met = true, target = null",
        "update marts.fct_performance set actual_unit = '个', target_unit = '次', target_met = true",
    ],
    "targets_are_met_where_the_numbers_say_so": [
        "update marts.fct_performance set target_met = not target_met",
        "update marts.fct_performance set direction = 'at_most' where direction = 'at_least'",
    ],
    "projects_of_self_evaluations_are_evaluated": [
        "delete from landing.evaluations",
        "update landing.documents set form = 'self_evaluation' where document_id = 3",
    ],
    "self_evaluations_are_no_budgets": [
        "update marts.fct_goals set document_key = 7, project_key = 700001 where goal_key = 300001",
    ],
    "characters_are_accounted_for": [
        "update landing.documents set label_characters = label_characters - 1 where document_id = 3",
        "update landing.sources set text = text || '。' where document_id = 3",
        "delete from landing.sources where document_id = 3",
    ],
    "understood_characters_are_published": [
        "update marts.dim_document set characters_understood = characters",
        "update marts.dim_document set characters_outside = 0",
        "update marts.dim_document set characters = 0 where document_key = 3",
    ],
    "documents_are_understood": [
        "update landing.documents set not_understood_characters = characters // 4 where document_id = 3",
    ],
    "spans_lie_in_their_document": [
        "update landing.indicators set annual_end = 10000000 where document_id = 3 and indicator_seq = 1",
        "update landing.funding set char_start = -1 where document_id = 3",
        "update landing.units set char_start = char_end + 1 where document_id = 3",
        "update landing.department_budget set char_end = 10000000",
        "update landing.projects set annual_goal_end = null where document_id = 3",
    ],
    "not_understood_adds_up": [
        "delete from landing.not_understood",
        "update landing.documents set not_understood_characters = not_understood_characters + 1 where document_id = 3",
    ],
    "not_understood_is_quoted": [
        "update landing.not_understood set text = text || '。'",
        "update landing.not_understood set char_start = char_start + 1, char_end = char_end + 1",
    ],
}
