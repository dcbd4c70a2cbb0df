"""Thresholds and words are settings: a changed row of a seed changes what the next build says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from jixiao import project
from tests.publish.conftest import DOCUMENTS
from tests.publish.test_warehouse import rows

COUNT = "select count(*) from marts.audit_finding_rows where rule_code = '{}'"


def test_a_changed_row_changes_the_outcome(tmp_path: Path, published: Path) -> None:
    root = tmp_path / "project"
    for folder in ("ingest", "jixiao", "expectations", "models", "macros", "seeds", "tests/dbt"):
        shutil.copytree(project.ROOT / folder, root / folder, ignore=shutil.ignore_patterns("node_modules"))
    for name in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(project.ROOT / name, root / name)
    rules, words, functions = (
        root / "seeds" / f"{n}.csv" for n in ("audit_rules", "audit_words", "department_functions")
    )
    limit = "too_many_indicators,measurability,low,project,"
    assert limit + "20" in rules.read_text(encoding="utf-8")
    rules.write_text(rules.read_text(encoding="utf-8").replace(limit + "20", limit + "5"), encoding="utf-8")
    words.write_text(words.read_text(encoding="utf-8").replace("vague,提高\n", ""), encoding="utf-8")
    kept = [line for line in functions.read_text(encoding="utf-8").splitlines() if ",organisation," not in line]
    functions.write_text("\n".join(kept) + "\n", encoding="utf-8")
    warehouse = tmp_path / "w.duckdb"
    shutil.copy(published, warehouse)

    command = [sys.executable, "-P", "-c", "from jixiao.cli import main; main()", "build"]
    command += ["--documents", str(DOCUMENTS), "--warehouse", str(warehouse)]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(root)}, cwd=tmp_path, check=True, capture_output=True)

    many = "select count(*) from marts.audit_rule_results where rule_code = 'too_many_indicators' and outcome = '{}'"
    assert rows(published, many.format("finding")) == [(0,)]
    above = "select count(*) from (select 1 from marts.fct_indicators group by document_key, project_key having count(*) > 5)"
    assert rows(warehouse, many.format("finding")) == rows(warehouse, above) != [(0,)]
    assert rows(warehouse, COUNT.format("vague_target")) < rows(published, COUNT.format("vague_target"))
    assert rows(published, "select count(*) from marts.unmapped_departments") == [(0,)]
    assert rows(warehouse, "select count(*) from marts.unmapped_departments") == [(1,)]
