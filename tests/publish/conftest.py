"""The five published documents, built once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from ingest.delivery.folder import Delivered
from jixiao.build import spare
from jixiao.build.run import Outcome, Progress, build
from jixiao.docs.metrics import Metrics, read_manifest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT / "documents"


def _ignore(_: Delivered) -> None:
    pass


QUIET = Progress(stage=lambda _: None, reading=lambda _: _ignore)

Build = Callable[[Path, Path], Outcome]


def copied(warehouse: Path, folder: Path) -> Path:
    """A copy of a warehouse with all that lies beside it, so that the next build is an increment by the same plan."""
    copy = Path(shutil.copytree(warehouse.parent, folder)) / warehouse.name
    spare.mark(copy, folder / ".build" / warehouse.stem / "spare.duckdb")
    return copy


def unbuilt(warehouse: Path, folder: Path) -> Path:
    """A copy of a warehouse in which nothing is built of what was landed: the next build is a whole one, by the plan."""
    copy = Path(shutil.copy(warehouse, folder))
    with duckdb.connect(str(copy)) as connection:
        query = "select schema_name from duckdb_schemas() where database_name = current_database() and not internal"
        for (schema,) in connection.execute(query).fetchall():
            if schema not in ("main", "landing", "quality"):
                connection.execute(f"drop schema {schema} cascade")
    return copy


@pytest.fixture(scope="session")
def quiet_build() -> Build:
    return lambda documents, warehouse: build(documents, warehouse, QUIET)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, quiet_build: Build) -> Path:
    warehouse = tmp_path_factory.mktemp("published") / "warehouse.duckdb"
    outcome = quiet_build(DOCUMENTS, warehouse)
    assert (outcome.published, outcome.landed, outcome.quarantined) == (True, 5, ())
    return warehouse


@pytest.fixture(scope="session")
def two_years(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published warehouse, each document in it a second time one budget year later."""
    warehouse = Path(shutil.copy(published, tmp_path_factory.mktemp("two_years")))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(Path(__file__).with_name("next_year.sql").read_text(encoding="utf-8"))
    return warehouse


@pytest.fixture(scope="session")
def on_documents(published: Path) -> Metrics:
    """The metrics of the published documents."""
    return Metrics(published, read_manifest(published))
