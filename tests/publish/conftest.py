"""The five published documents, built once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.delivery import Delivered
from jixiao.build import Outcome, Progress, build

DOCUMENTS = Path(__file__).resolve().parents[2] / "documents"


def _ignore(_: Delivered) -> None:
    pass


QUIET = Progress(stage=lambda _: None, reading=lambda _: _ignore)

Build = Callable[[Path, Path], Outcome]


@pytest.fixture(scope="session")
def quiet_build() -> Build:
    return lambda documents, warehouse: build(documents, warehouse, QUIET)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, quiet_build: Build) -> Path:
    warehouse = tmp_path_factory.mktemp("published") / "warehouse.duckdb"
    outcome = quiet_build(DOCUMENTS, warehouse)
    assert (outcome.published, outcome.landed, outcome.quarantined) == (True, 5, ())
    return warehouse
