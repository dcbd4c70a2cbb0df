"""Thresholds and words are settings: a changed row of a seed changes what the next build says."""

import shutil
from pathlib import Path

import pytest

from jixiao import dbt, project
from tests.publish.conftest import DOCUMENTS, Build
from tests.publish.test_warehouse import rows

COUNT = "select count(*) from marts.audit_findings where rule_code = '{}'"


def test_a_changed_row_changes_the_outcome(
    tmp_path: Path, published: Path, quiet_build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    for folder in ("models", "macros", "seeds", "tests/dbt"):
        shutil.copytree(project.ROOT / folder, root / folder)
    for name in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(project.ROOT / name, root / name)
    rules, words, functions = (
        root / "seeds" / f"{n}.csv" for n in ("audit_rules", "audit_words", "department_functions")
    )
    limit = "too_many_indicators,measurability,low,project,"
    assert limit + "20" in rules.read_text(encoding="utf-8")
    rules.write_text(rules.read_text(encoding="utf-8").replace(limit + "20", limit + "5"), encoding="utf-8")
    words.write_text(words.read_text(encoding="utf-8").replace("vague,提高\n", ""), encoding="utf-8")
    kept = [line for line in functions.read_text(encoding="utf-8").splitlines() if ",cppcc," not in line]
    functions.write_text("\n".join(kept) + "\n", encoding="utf-8")
    for module in (project, dbt):
        monkeypatch.setattr(module, "ROOT", root)
    warehouse = tmp_path / "w.duckdb"
    shutil.copy(published, warehouse)

    assert quiet_build(DOCUMENTS, warehouse).published

    many = "select count(*) from marts.audit_rule_results where rule_code = 'too_many_indicators' and outcome = '{}'"
    assert rows(published, many.format("finding")) == [(0,)]
    above = "select count(*) from (select 1 from marts.fct_indicators group by document_key, project_key having count(*) > 5)"
    assert rows(warehouse, many.format("finding")) == rows(warehouse, above) != [(0,)]
    assert rows(warehouse, COUNT.format("vague_target")) < rows(published, COUNT.format("vague_target"))
    assert rows(published, "select count(*) from marts.unmapped_departments") == [(0,)]
    assert rows(warehouse, "select count(*) from marts.unmapped_departments") == [(1,)]
