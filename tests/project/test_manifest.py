"""The models as dbt understands them: dbt accepts misspelt keys in silence, so they are looked for here."""

import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]

CONTRACT = {
    "dim_city": "city_key city_code city_name province_name",
    "dim_department": "department_key city_key department_name function_code function_name department_code",
    "dim_unit": "unit_key department_key unit_name unit_code",
    "dim_year": "year_key budget_year plan_name",
    "dim_category": "category_key level1_code level1_name level2_code level2_name",
    "dim_funding_source": "funding_source_key funding_source_code funding_source_name",
    "dim_project": "project_key unit_key project_name project_family is_classified",
    "dim_document": "document_key file_name sha256 form city_key department_key year_key year_basis year_evidence "
    "printed_total_wan characters characters_understood characters_outside",
    "fct_funding": "funding_key document_key city_key department_key unit_key project_key year_key funding_source_key "
    "amount_wan amount_yuan midterm_amount_wan is_proved page line",
    "fct_indicators": "indicator_key document_key city_key department_key unit_key project_key year_key category_key "
    "indicator_seq printed_ordinal printed_level1 printed_level2 indicator_name cycle_target annual_target "
    "annual_operator annual_value annual_upper_value annual_unit annual_is_quantitative "
    "cycle_operator cycle_value cycle_upper_value cycle_unit cycle_is_quantitative page line",
    "fct_funding_levels": "document_key city_key department_key unit_key project_key year_key level_code level_printed "
    "amount_kind period amount_wan amount_printed page line",
    "fct_goals": "document_key project_key year_key annual_goal cycle_goal",
    "fct_department_budget": "document_key department_key year_key item amount_wan page line",
    "fct_department_tasks": "document_key department_key year_key task_name amount_wan page line",
    "fct_department_indicators": "document_key department_key year_key category_key indicator_name annual_target "
    "annual_operator annual_value annual_unit page line",
    "reconciliation": "document_key level name printed_wan computed_wan difference_wan reconciles",
}
"""The tables and columns that users outside the project rely on; none may be renamed."""

COLUMN_KEYS = {
    "name", "description", "data_type", "constraints", "quote", "tags", "meta", "granularity", "config", "doc_blocks",
    "dimension", "entity",
}  # fmt: skip


def _models(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]


def test_the_published_tables_keep_their_columns(manifest: dict[str, Any]) -> None:
    models = {node["name"]: node for node in _models(manifest)}
    for name, columns in CONTRACT.items():
        assert models[name]["config"]["schema"] == "marts"
        assert set(columns.split()) <= set(models[name]["columns"]), name


def test_every_mart_is_contracted_and_every_column_described(manifest: dict[str, Any]) -> None:
    marts = [node for node in _models(manifest) if node["config"]["schema"] == "marts"]
    assert len(marts) >= len(CONTRACT)
    for node in marts:
        assert node["config"]["contract"]["enforced"], node["name"]
        for column in node["columns"].values():
            assert column["description"].strip(), f"{node['name']}.{column['name']}"


def test_what_levels_of_government_give_is_in_no_sum_of_money(manifest: dict[str, Any]) -> None:
    held = "model.jixiao.fct_funding_levels"
    readers = {node["name"] for node in _models(manifest) if held in node["depends_on"]["nodes"]}
    summed = [node for node in _models(manifest) if node["config"]["schema"] in ("marts", "semantic")]
    assert readers.isdisjoint(node["name"] for node in summed)
    staged = {node["name"] for node in _models(manifest) if "stg_funding_levels" in str(node["depends_on"]["nodes"])}
    assert staged == {"fct_funding_levels"}


def test_every_model_states_its_grain_in_a_file_of_its_own(manifest: dict[str, Any]) -> None:
    for node in _models(manifest):
        assert node["description"].startswith("One row per "), node["name"]
        beside = Path(node["original_file_path"]).with_suffix(".yml")
        assert node["patch_path"] == f"jixiao://{beside}", node["name"]


def test_every_unit_test_stands_in_the_file_of_its_model(manifest: dict[str, Any]) -> None:
    for test in manifest["unit_tests"].values():
        assert Path(test["original_file_path"]).stem == test["model"], test["name"]


def test_every_macro_is_documented_with_its_arguments(manifest: dict[str, Any]) -> None:
    documented = {
        (macro["name"], tuple(argument["name"] for argument in macro["arguments"] if argument["description"]))
        for macro in manifest["macros"].values()
        if macro["package_name"] == "jixiao" and macro["description"]
    }
    defined = {
        (found["name"], tuple(re.findall(r"(?:^|, )(\w+)", found["arguments"])))
        for path in (ROOT / "macros").rglob("*.sql")
        for found in re.finditer(r"{% macro (?P<name>\w+)\((?P<arguments>.*?)\)", path.read_text(encoding="utf-8"))
    }
    assert len(defined) > 20
    assert defined - documented == set()


def test_no_key_is_misspelt(manifest: dict[str, Any]) -> None:
    nodes = [*manifest["nodes"].values(), *manifest["sources"].values()]
    unknown = {
        f"{node['name']}.{column['name']}: {key}"
        for node in nodes
        for column in node.get("columns", {}).values()
        for key in set(column) - COLUMN_KEYS
    }
    assert unknown == set()


def test_every_key_of_a_mart_leads_to_its_dimension(manifest: dict[str, Any]) -> None:
    tested = {
        (node["attached_node"].rsplit(".", 1)[1], node["column_name"], node["test_metadata"]["name"])
        for node in manifest["nodes"].values()
        if node["resource_type"] == "test" and node.get("attached_node") and node.get("test_metadata")
    }
    for node in _models(manifest):
        for column in node["columns"]:
            owner = column.removesuffix("_key")
            is_foreign = column.endswith("_key") and node["config"]["schema"] == "marts"
            if is_foreign:
                kind = (
                    "unique" if re.fullmatch(rf"(dim|fct|audit)_(rule_)?{owner}s?", node["name"]) else "relationships"
                )
                assert (node["name"], column, kind) in tested


def test_the_exposures_cover_the_facts(manifest: dict[str, Any]) -> None:
    exposed = {name for exposure in manifest["exposures"].values() for name in exposure["depends_on"]["nodes"]}
    assert {f"model.jixiao.{name}" for name in CONTRACT} <= exposed
