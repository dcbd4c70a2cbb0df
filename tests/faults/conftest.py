import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from tests.faults.warehouse import build


@pytest.fixture(scope="session")
def good_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("good") / "warehouse.duckdb")


@pytest.fixture
def good_copy(good_warehouse: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(good_warehouse, tmp_path / "warehouse.duckdb"))


@pytest.fixture
def damaged(good_copy: Path) -> Callable[[str], Path]:
    """A copy of the good warehouse after one statement."""

    def damage(statement: str) -> Path:
        with duckdb.connect(str(good_copy)) as connection:
            connection.execute(statement)
        return good_copy

    return damage
