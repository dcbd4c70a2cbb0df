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
def damaged(good_warehouse: Path, tmp_path: Path) -> Callable[[str], Path]:
    """A copy of the good warehouse after one statement."""

    def damage(statement: str) -> Path:
        path = Path(shutil.copy(good_warehouse, tmp_path / "warehouse.duckdb"))
        with duckdb.connect(str(path)) as connection:
            connection.execute(statement)
        return path

    return damage
