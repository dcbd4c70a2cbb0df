"""A rule of the audit is one row of the registry, one select, one unit test and one section of the page, all of one name."""

import csv
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
with (ROOT / "seeds" / "audit_rules.csv").open(encoding="utf-8", newline="") as _file:
    RULES = list(csv.DictReader(_file))

_SUBJECTS_OF = re.compile(r"subjects_of\('(\w+)', '(\w+)'\)")


GROUPS = sorted({rule["rule_group"] for rule in RULES})


def _models(manifest: dict[str, Any]) -> dict[str, Any]:
    """The models of rules by name; a large group has several, each named after it."""
    nodes = (node for node in manifest["nodes"].values() if node["resource_type"] == "model")
    return {node["name"]: node for node in nodes if node["name"].startswith("rules_")}


def _group(model: str) -> str:
    (group,) = (group for group in GROUPS if f"{model}_".startswith(f"rules_{group}_"))
    return group


def _subjects(rule: dict[str, str]) -> str:
    noun = rule["subject"] if rule["subject"] == "performance" else f"{rule['subject']}s"
    return f"int_{noun}"


def test_every_row_of_the_registry_is_a_rule_of_its_group_and_every_rule_has_a_row(manifest: dict[str, Any]) -> None:
    selects = [
        (_group(name), rule, subjects.rpartition("_")[0])  # int_projects_audited, or what is asked of them besides
        for name, node in _models(manifest).items()
        for rule, subjects in _SUBJECTS_OF.findall(node["raw_code"])
    ]
    assert sorted(selects) == sorted((rule["rule_group"], rule["rule_code"], _subjects(rule)) for rule in RULES)


def test_the_outcomes_of_every_model_of_rules_are_used(manifest: dict[str, Any]) -> None:
    used = manifest["nodes"]["model.jixiao.int_rule_outcomes"]["depends_on"]["nodes"]
    assert sorted(used) == sorted(node["unique_id"] for node in _models(manifest).values())


def test_a_rule_selects_all_its_subjects(manifest: dict[str, Any]) -> None:
    """So that those it does not judge are those to which it does not apply."""
    narrowing = re.compile(r"^\s*(where|qualify|having|group by|limit|(\w+ )*join)\b", re.MULTILINE)
    assert [name for name, node in _models(manifest).items() if narrowing.search(node["raw_code"])] == []


def test_the_subjects_of_every_relation_that_rules_read_are_counted(manifest: dict[str, Any]) -> None:
    read = {subjects for node in _models(manifest).values() for _, subjects in _SUBJECTS_OF.findall(node["raw_code"])}
    counted = manifest["nodes"]["model.jixiao.int_subjects_counted"]["depends_on"]["nodes"]
    assert {f"model.jixiao.{subjects}" for subjects in read - {"int_issues_audited"}} == set(counted)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule_code"])
def test_the_unit_test_of_a_rule_shows_it_alone_with_every_outcome_it_can_have(
    manifest: dict[str, Any], rule: dict[str, str]
) -> None:
    name = f"{rule['rule_code']}_is_judged"
    (unit_test,) = (node for node in manifest["unit_tests"].values() if node["name"] == name)
    assert _group(unit_test["model"]) == rule["rule_group"]
    (registry,) = (given["rows"] for given in unit_test["given"] if given["input"] == "ref('audit_rules')")
    (row,) = registry
    assert row["rule_code"] == rule["rule_code"]
    assert float(row.get("threshold", rule["threshold"])) == float(rule["threshold"])
    outcomes = {"finding", "passed", "not_applicable"}
    if rule["subject"] == "issue":  # a doubt of the rule's kind is a finding
        outcomes.remove("passed")
    if rule["not_applicable_when"].startswith("applies to every"):
        outcomes.remove("not_applicable")
    assert {found["outcome"] for found in unit_test["expect"]["rows"]} - {"insufficient_data"} == outcomes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule_code"])
def test_a_rule_says_everything_in_both_languages(rule: dict[str, str]) -> None:
    assert [column for column, text in rule.items() if not text] == []
    chinese = ("title_zh", "basis", "method_zh", "how_to_read_zh", "not_applicable_when_zh")
    assert [column for column in chinese if not re.search("[\u4e00-\u9fff]", rule[column])] == []


def test_there_are_as_many_rules_as_were_promised() -> None:
    assert len(RULES) >= 75


def test_no_unit_test_is_of_a_rule_that_is_not_there(manifest: dict[str, Any]) -> None:
    tested = {node["name"] for node in manifest["unit_tests"].values() if node["model"].startswith("rules_")}
    assert tested == {f"{rule['rule_code']}_is_judged" for rule in RULES}


def test_every_rule_has_a_section_of_the_page_below_its_group() -> None:
    groups = groupby(RULES, key=lambda rule: rule["rule_group"])
    sections = [
        (f"## {group}", [f"### {rule['rule_code']} {rule['title_zh']}" for rule in rules]) for group, rules in groups
    ]
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert re.findall(r"^##.*$", page, re.MULTILINE) == [line for group, rules in sections for line in (group, *rules)]
    assert len({group for group, _ in sections}) == len(sections), "the rows of a group stand together"


def test_no_rule_gives_way_to_one_that_gives_way_to_it() -> None:
    with (ROOT / "seeds" / "audit_covers.csv").open(encoding="utf-8", newline="") as file:
        covers = [(row["rule_code"], row["covered_by"]) for row in csv.DictReader(file)]
    codes = {rule["rule_code"] for rule in RULES}
    assert len(covers) == len(set(covers)) and {code for pair in covers for code in pair} <= codes
    left = set(covers)
    while ends := {pair for pair in left if pair[1] not in {general for general, _ in left}}:
        left -= ends
    assert left == set(), "what gives way in a circle is never said"
