"""The command `mf` of MetricFlow takes the semantic models and gives the answers of the page; it never calls out here."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from dbt.adapters.duckdb.connections import DuckDBConnectionManager

from jixiao.metrics import Metrics
from tests.publish.conftest import ROOT


class _NoUpdate:
    """Stands for the look-up of newer versions in the package index."""

    def check(self, *_: str) -> None:
        return None


@pytest.fixture
def project(published: Path, on_documents: Metrics, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that looks like the project after `dbt parse`."""
    for name in ("dbt_project.yml", "profiles.yml", "models", "macros", "seeds", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "semantic_manifest.json").write_text(on_documents.manifest.json(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JIXIAO_WAREHOUSE", shutil.copy(published, tmp_path))
    monkeypatch.setattr("dbt_metricflow.cli.main.UpdateChecker", _NoUpdate)
    yield tmp_path
    DuckDBConnectionManager.close_all_connections()


def _mf(*arguments: str) -> str:
    from dbt_metricflow.cli.main import cli

    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_mf_accepts_every_semantic_model_and_metric(project: Path) -> None:
    output = _mf("validate-configs")
    assert output.count("ERRORS: 0, FUTURE_ERRORS: 0, WARNINGS: 0") == 6


def test_mf_answers_a_saved_query(project: Path, on_documents: Metrics) -> None:
    _mf("query", "--saved-query", "findings_by_city_year", "--quiet", "--csv", "answer.csv")
    with (project / "answer.csv").open(encoding="utf-8", newline="") as file:
        header, *found = csv.reader(file)
    expected = on_documents.ask("findings_by_city_year")
    assert sorted(header) == sorted(expected.columns)
    order = [header.index(column) for column in expected.columns]
    assert [[row[place] for place in order] for row in found] == [
        [str(value) for value in row] for row in expected.rows
    ]
