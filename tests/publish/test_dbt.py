"""dbt as an analytics engineer types it in the checkout, on a published warehouse and on one with more landed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest.landing import tables as landing
from ingest.landing.batch import batch
from ingest.pipeline import read
from ingest.rows import BatchRow
from tests.publish.conftest import ROOT, Build, copied
from tests.publish.test_touched import assert_same_marts
from tests.publish.test_warehouse import rows
from tests.unit.test_delivery import table


class Typed:
    """Commands of dbt on one warehouse."""

    def __init__(self, warehouse: Path) -> None:
        self.warehouse = warehouse
        self.target = warehouse.parent / "target"
        places = {"DBT_TARGET_PATH": str(self.target), "DBT_LOG_PATH": str(warehouse.parent / "logs")}
        self._environment = {**os.environ, **places, "JIXIAO_WAREHOUSE": str(warehouse), "JIXIAO_MEMORY": "1GB"}

    def __call__(self, command: str, *, works: bool = True) -> str:
        """Run a command; gives what it said."""
        dbt = Path(sys.executable).with_name("dbt")
        done = subprocess.run([dbt, *command.split()], cwd=ROOT, env=self._environment, capture_output=True, text=True)
        assert (done.returncode == 0) is works, done.stdout
        return done.stdout

    def passed(self, kind: str) -> int:
        """Nodes of a kind that the last command found to pass."""
        results = json.loads((self.target / "run_results.json").read_text(encoding="utf-8"))["results"]
        return [node["status"] for node in results if node["unique_id"].startswith(kind + ".")].count("pass")


@pytest.fixture(scope="module")
def grown(published: Path, tmp_path_factory: pytest.TempPathFactory, quiet_build: Build) -> Path:
    """A published warehouse to which one document was added: its last build touched one department."""
    folder = tmp_path_factory.mktemp("grown")
    documents = Path(shutil.copytree(ROOT / "documents", folder / "documents"))
    warehouse = copied(published, folder / "published")
    (documents / "late.txt").write_bytes(table())
    assert quiet_build(documents, warehouse).landed == 1
    return warehouse


@pytest.fixture
def typed(grown: Path) -> Typed:
    """Always in one place, so that dbt parses the project once."""
    folder = grown.parents[1] / "typed"
    folder.mkdir(exist_ok=True)
    return Typed(Path(shutil.copy(grown, folder)))


def test_commands_may_be_repeated(typed: Typed, grown: Path) -> None:
    with duckdb.connect(str(typed.warehouse)) as connection:
        connection.execute("delete from marts.fct_goals where document_key = 6")
    typed("build --select fct_goals")  # of what the last build touched
    assert_same_marts(grown, typed.warehouse)
    typed("build")
    assert_same_marts(grown, typed.warehouse)
    assert typed.passed("unit_test") >= 50
    typed("docs generate")
    assert (typed.target / "catalog.json").is_file()
    assert "only some documents" in typed("run --full-refresh --select fct_funding", works=False)
    for command in ("run --full-refresh", "run --full-refresh --select fct_funding"):
        typed(command)
        assert_same_marts(grown, typed.warehouse)


def test_what_was_landed_is_taken_up_by_a_run_of_all_models(typed: Typed) -> None:
    with duckdb.connect(str(typed.warehouse)) as connection:
        landing.land(connection, 3, 7, batch([read(table(year=2023), "later.txt")]))
        landing.land_rows(connection, 3, [BatchRow("project", "parser", 7, 1, 0)])
    typed("run --select +fct_goals")
    assert rows(typed.warehouse, "from marts.dim_document where document_key = 7") == []
    typed("test --select int_documents_touched dim_document")
    typed("run")
    taken_up = "select count(*) from marts.fct_goals where document_key = 7"
    assert rows(typed.warehouse, taken_up) != [(0,)]
    assert rows(typed.warehouse, "from landing.progress") == [(3,)]
    whole = Typed(
        Path(shutil.copytree(typed.warehouse.parent, typed.warehouse.parent / "whole")) / typed.warehouse.name
    )
    whole("run --full-refresh")
    assert_same_marts(whole.warehouse, typed.warehouse)


def test_dbt_tests_look_at_every_row_and_builds_at_those_just_written(typed: Typed) -> None:
    with duckdb.connect(str(typed.warehouse)) as connection:
        connection.execute("insert into marts.fct_goals from marts.fct_goals where document_key = 1 limit 1")
    typed("build --select fct_goals --exclude-resource-type unit_test")
    assert "unique_fct_goals_goal_key" in typed("test --select fct_goals", works=False)
