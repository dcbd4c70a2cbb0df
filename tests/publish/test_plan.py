"""A build by the plan of an earlier one gives what `dbt build` gives, and fails where it fails, in the same words."""

import shutil
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import duckdb
import pytest
from click.testing import CliRunner

from expectations import run as validation
from ingest.sandbox.guard import Guard
from jixiao import dbt
from jixiao.build import models, spare
from jixiao.build import run as building
from jixiao.build.checks import Checks
from jixiao.build.plan import kept
from jixiao.build.workplace import Workplace
from jixiao.cli import main
from tests.drawing.corpus import corpus
from tests.publish.test_refusal import deliver
from tests.publish.test_touched import assert_same_marts
from tests.publish.test_warehouse import rows

OF_NO_ORDER = r"EXCLUDE \([^)]*\)"
"""What DuckDB writes in any order."""
TABLES = f"""
    select schema_name, table_name, sql, comment from duckdb_tables()
    union all
    select schema_name, view_name, regexp_replace(sql, '{OF_NO_ORDER}', '', 'g'), comment from duckdb_views() where not internal
    order by all
"""
COLUMNS = "select schema_name, table_name, column_index, comment from duckdb_columns() where not internal order by all"
CONSTRAINTS = "select schema_name, table_name, constraint_text from duckdb_constraints() order by all"
FOUND = "select * exclude (batch_id) from quality.validation_results order by all"
WHOLE = ["dbt", "expectations"]
REFUSED = "select file_name, code, message from landing.quarantine order by all"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each run of dbt and of Great Expectations."""
    runs: list[str] = []

    def noted(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            runs.append(name)
            return work(*arguments, **named)

        return run

    monkeypatch.setattr(dbt, "run", noted("dbt", dbt.run))
    monkeypatch.setattr(validation, "validate", noted("expectations", validation.validate))
    return runs


@pytest.fixture(autouse=True)
def spoiling(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Builds read by `tests.publish.breaking`, which know no plan of builds before."""
    monkeypatch.setattr(building, "Guard", partial(Guard, reader="tests.publish.breaking:read"))
    monkeypatch.setattr(kept, "SHARED", tmp_path / "plans")


def place_of(warehouse: Path) -> Workplace:
    return Workplace(warehouse, warehouse.parent / ".build" / warehouse.stem)


def forgetting(warehouse: Path) -> Path:
    """The warehouse without what its builds kept: the next is by dbt and Great Expectations."""
    for folder in (place_of(warehouse).dbt_target, kept.SHARED):
        for path in folder.glob("*.json"):
            path.unlink()
    return warehouse


def build(documents: Path, warehouse: Path) -> str:
    """What a build says."""
    done = CliRunner().invoke(main, ["build", "--documents", str(documents), "--warehouse", str(warehouse)])
    assert done.exit_code == 0, done.output
    return done.output


def deliver_more(documents: Path) -> None:
    """What is new, corrected and gone, and what supersedes by its projects."""
    first, second, third = (published.drawn.data for published in islice(corpus(7), 3, 6))
    for name, data in {"new.txt": first, "second.txt": second, "third.txt": third}.items():
        (documents / name).write_bytes(data)
    corrected = documents / "00.txt"
    corrected.write_bytes(corrected.read_bytes() + b"\n")
    (documents / "01.txt").unlink()
    (documents / "renamed.txt").write_bytes((documents / "99.txt").read_bytes() + b"\n")
    (documents / "99.txt").unlink()


def assert_same(one: Path, other: Path) -> None:
    assert_same_marts(one, other)
    for query in (TABLES, COLUMNS, CONSTRAINTS, FOUND, REFUSED, "from landing.progress"):
        assert rows(one, query) == rows(other, query)


def test_builds_by_plan_and_by_dbt_are_the_same(tmp_path: Path, asked: list[str]) -> None:
    documents, planned = deliver(tmp_path / "documents"), tmp_path / "planned" / "w.duckdb"
    build(documents, planned)
    assert asked == WHOLE
    for again in ("w", "elsewhere"):  # a file of any name
        asked.clear()
        build(documents, warehouse := tmp_path / again / f"{again}.duckdb")
        assert asked == []
        assert_same(planned, warehouse)
    compiled = tmp_path / "compiled" / "w.duckdb"
    shutil.copytree(planned.parent, compiled.parent)
    spare.mark(compiled, place_of(compiled).spare)
    deliver_more(documents)
    asked.clear()
    told = build(documents, planned)
    assert asked == []
    assert build(documents, forgetting(compiled)) == told
    assert asked == WHOLE
    assert rows(planned, "select count(*) from landing.supersessions") == [(2,)]
    assert rows(planned, "select count(*) from intermediate.int_documents_touched") != [(0,)]
    assert_same(planned, compiled)

    for path in deliver(tmp_path / "faults", "overflow", "place", "budget").glob("*.*.txt"):
        shutil.copy(path, documents)
    asked.clear()
    told = build(documents, planned).splitlines()
    assert asked == []
    found = build(documents, forgetting(compiled)).splitlines()
    assert [line for line in found if line in told] == told  # dbt says more on its own
    assert {*asked} == {*WHOLE}
    assert len(rows(planned, "select file_name from landing.quarantine where code = 'breaks_the_build'")) == 3
    assert_same(planned, compiled)


def test_the_plan_of_another_project_or_of_a_file_that_was_written_to_is_not_run(
    published: Path, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """dbt is only asked here; what it builds is the same for all other tests."""
    succeeded = SimpleNamespace(exception=None, success=True, result=SimpleNamespace(results=()))
    monkeypatch.setattr(dbt, "run", lambda *_: asked.append("dbt") or succeeded)
    monkeypatch.setattr(models, "keep_plan", lambda *_: None)
    warehouse = tmp_path / published.name
    shutil.copytree(published.parent / ".build", tmp_path / ".build")
    shutil.copy(published, place_of(warehouse).database)
    checks = Checks(place_of(warehouse), lambda index, total: None)
    checks.run(1, 1, lambda stage: None)
    assert asked == []
    checks.place.close()
    with duckdb.connect(str(place_of(warehouse).database)) as connection:
        assert connection.execute("from landing.progress").fetchall() == [(1,)]
    checks.run(1, 0, lambda stage: None)  # not as it was published
    assert asked == ["dbt"]  # the expectations are the same, and asked of all rows
    monkeypatch.setattr("jixiao.build.plan.kept.project_digest", lambda: "another")
    checks.run(1, 1, lambda stage: None)
    assert asked == ["dbt", *WHOLE]
