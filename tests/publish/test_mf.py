"""The command `mf` of MetricFlow takes the semantic models and gives the answers of the page."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jixiao.docs.metrics import Metrics
from tests.publish.conftest import ROOT

# The command without its question to the package index whether there is a newer one.
_MF = """
from dbt_metricflow.cli import main
main.UpdateChecker.check = lambda *_: None
main.cli()
"""


@pytest.fixture(scope="module")
def project(published: Path, on_documents: Metrics, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the project after `jixiao build` and `dbt parse`."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("dbt_project.yml", "profiles.yml", "models", "macros", "seeds", "tests"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "target").mkdir()
    (folder / "target" / "semantic_manifest.json").write_text(on_documents.manifest.json(), encoding="utf-8")
    shutil.copy(published, folder)
    return folder


def _mf(project: Path, *arguments: str) -> str:
    environment = {**os.environ, "JIXIAO_WAREHOUSE": "warehouse.duckdb", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", _MF, *arguments]
    ran = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_mf_accepts_every_semantic_model_and_metric(project: Path) -> None:
    output = _mf(project, "validate-configs", "--show-all")
    assert output.count("ERRORS: 0, FUTURE_ERRORS: 0, WARNINGS: 0") == 6


def test_mf_answers_a_saved_query(project: Path, on_documents: Metrics) -> None:
    _mf(project, "query", "--saved-query", "findings_by_city_year", "--quiet", "--csv", "answer.csv")
    with (project / "answer.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    answer = on_documents.ask("findings_by_city_year")
    assert found == [dict(zip(answer.columns, map(str, row), strict=True)) for row in answer.rows]
