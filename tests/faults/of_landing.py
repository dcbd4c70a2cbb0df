"""Wrong deliveries whose reading is wrong: a value beside its place, a row lost or doubled, a generation that collapses."""

from ingest.document.landed import REASON

_READ_AGAIN = """
    insert into landing.documents by name select * replace (
        document_id + 100 as document_id, 3 as batch_id
    ) from landing.documents where document_id > 1;
    insert into landing.projects by name select * replace (
        document_id + 100 as document_id, 3 as batch_id
    ) from landing.projects where document_id > 1;
    insert into landing.funding by name select * replace (
        document_id + 100 as document_id, 3 as batch_id
    ) from landing.funding where document_id > 1 and {kept};
    insert into landing.batches by name select 3 as batch_id, 'project' as project_digest,
        'parser' as parser_version, 23 as delivered, 23 as landed, 0 as quarantined;
    insert into landing.supersessions by name select 3 as batch_id, document_id, document_id + 100 as superseded_by,
        're-read' as reason from landing.documents where document_id between 2 and 99;
"""

_QUARANTINED = """
    insert into landing.quarantine by name select 2 as batch_id, {name} as file_name, sha256 || '0' as sha256,
        'parser' as parser_version, '{code}' as code, '' as message from landing.documents where document_id <= 10
"""
_FEW_READ = "update landing.batches set landed = 9 where batch_id = 2;"
_MANY_READ_BEFORE = "update landing.batches set landed = 60 where batch_id = 1;"

OF_LANDING: dict[str, list[str]] = {
    "values_stand_where_they_are_said_to": [
        "update landing.indicators set annual_start = annual_start + 1, annual_end = annual_end + 1",
        "update landing.indicators set cycle_target = annual_target where document_id = 3",
        "update landing.funding set char_end = char_end - 1 where document_id = 3",
        "update landing.projects set project_name = left(project_name, 2) where document_id = 3",
    ],
    "amounts_are_the_numbers_printed": [
        "update landing.funding set amount_wan = amount_wan * 10 where document_id = 3",
        "update landing.printed_totals set amount_wan = amount_wan / 10000 where document_id = 3",
        "update landing.printed_totals set amount_wan = null where level = 'project'",
        "update landing.executions set executed_wan = budget_wan",
    ],
    "scores_and_rates_are_the_numbers_printed": [
        "update landing.evaluations set total_score = total_score / 2",
        "update landing.executions set execution_rate = 100",
    ],
    "quantities_are_the_numbers_printed": [
        "update landing.indicators set annual_value = annual_value + 1 where annual_value is not null",
        "update landing.indicators set annual_operator = '=' where annual_operator = '>='",
        "update landing.indicators set annual_unit = null where annual_unit = '%'",
        "update landing.indicators set annual_unit = split_part(annual_unit, '/', 1) where annual_unit like '%/%'",
        "update landing.indicators set annual_operator = null, annual_value = null, annual_upper_value = null,"
        " annual_unit = null, annual_is_quantitative = false",
        "update landing.performance set actual_value = target_value where target_value <> actual_value",
    ],
    "a_place_is_read_once": [
        "insert into landing.funding select * from landing.funding where document_id = 3 and project_seq = 1",
        "update landing.indicators set annual_start = cycle_start where document_id = 3",
    ],
    "signs_of_comparison_are_read": [
        "insert into landing.not_understood select batch_id, document_id, page, line, 0, 1, '≥', '', ''"
        " from landing.indicators where annual_operator = '='",
    ],
    "rows_are_numbered_without_a_gap": [
        "delete from landing.indicators where document_id = 3 and indicator_seq = 1",
        "insert into landing.projects select * from landing.projects where document_id = 3",
        "update landing.units set unit_seq = unit_seq + 1 where document_id = 3",
    ],
    "rows_belong_to_a_project": [
        "delete from landing.units where document_id = 3",
        "update landing.funding set project_seq = 99 where document_id = 3 and project_seq = 1",
    ],
    "cents_of_a_list_are_read": [
        "delete from landing.funding where document_id = 3 and project_seq = 2",
        "update landing.printed_totals set printed = '1' where document_id = 3",
    ],
    "totals_of_a_source_are_read": [
        "insert into landing.not_understood select batch_id, document_id, page, line, char_start, char_end, printed, '', ''"
        " from landing.printed_totals where level = 'document' and measure <> 'total';"
        "delete from landing.printed_totals where level = 'document' and measure <> 'total'",
    ],
    "breaks_of_the_numbering_are_issues": [
        "delete from landing.issues where code like 'ordinal%'",
        "update landing.indicators set printed_ordinal = printed_ordinal + 1 where indicator_seq > 1",
    ],
    "amounts_that_complete_a_total_are_read": [
        "insert into landing.not_understood select batch_id, document_id, page, line, char_start, char_end,"
        " amount_printed, '', '' from landing.funding where amount_wan > 0 and funding_source_code <> 'fiscal';"
        "delete from landing.funding where funding_source_code <> 'fiscal'",
    ],
    "numbers_of_indicators_are_read": [
        "delete from landing.indicators where document_id = 3 and indicator_seq > 1",
        "update landing.indicators set printed_ordinal = null where document_id = 3",
    ],
    "projects_of_a_list_stand_under_the_unit_above": [
        "update landing.projects set unit_seq = 1 where document_id = 3",
    ],
    "categories_are_those_printed": [
        "update landing.indicators set category_code = 12 where category_code = 11",
        "update landing.performance set category_code = 40",
        "update marts.dim_category set level2_name = '质量指标' where category_key = 11",
    ],
    "documents_print_whose_they_are": [
        "update landing.documents set place_code = '440300'",
        "update landing.documents set department_name = '广州市某局' where document_id = 3",
        "update landing.documents set budget_year = budget_year + 1 where year_basis = 'printed'",
        "update landing.documents set money_unit = '元' where document_id = 3",
    ],
    "a_unit_is_not_its_department": [
        "update landing.sources set text = text || '主管部门：广州市档案局' where document_id = 8",
    ],
    "a_district_is_not_its_city": [
        "update landing.documents set place_code = left(place_code, 4) || '00'",
    ],
    "indicators_keep_their_first_level": [
        "update marts.dim_category set level1_name = '产出指标' where level1_code = '2';"
        "update landing.indicators set printed_level2 = '其他'",
    ],
    "inferred_years_lie_in_every_range": [
        "update landing.documents set budget_year = budget_year - 1 where year_basis = 'inferred'",
        "update landing.documents set budget_year = budget_year + 1 where year_basis = 'inferred'",
    ],
    "documents_stay_readable": [
        _FEW_READ + _QUARANTINED.format(name="'new ' || file_name", code="no_projects"),
        _MANY_READ_BEFORE + _QUARANTINED.format(name="'new ' || file_name", code="internal_error"),
        _MANY_READ_BEFORE + _QUARANTINED.format(name="file_name", code="unknown_form"),
        _FEW_READ + _QUARANTINED.format(name="'new ' || file_name", code="not_landed"),
    ],
    "what_is_read_becomes_rows": [
        f"insert into landing.not_understood select 1, document_id, 1, 1, 0, 1, '无', '{REASON}', ''"
        " from landing.documents",
    ],
    "totals_still_reconcile": [
        "update marts.reconciliation set reconciles = false",
        "update marts.dim_document set batch_id = 1 where document_key % 2 = 0;"
        "update marts.reconciliation set reconciles = false where document_key in (3, 13, 15, 17, 21, 23)",
    ],
    "a_new_reading_holds_what_the_last_one_held": [
        _READ_AGAIN.format(kept="document_id > 6"),
        _READ_AGAIN.format(kept="amount_wan < 1000"),
    ],
}
"""For an expectation about the reading the wrong deliveries it must refuse."""
