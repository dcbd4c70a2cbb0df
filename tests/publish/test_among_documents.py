"""A warehouse that stands among its documents: what a build puts there is not delivered to the next one."""

import shutil
from pathlib import Path

from tests.publish.conftest import Build

ROOT = Path(__file__).resolve().parents[2]


def test_what_a_build_writes_is_no_document(tmp_path: Path, quiet_build: Build) -> None:
    given = sorted((ROOT / "documents").glob("*.txt"))
    shutil.copy(given[0], tmp_path / given[0].name)
    (tmp_path / "dashboard.txt").write_text("dashboard", encoding="utf-8")
    first = quiet_build(tmp_path, tmp_path / "warehouse.duckdb")
    assert (first.delivered, first.landed) == (2, 1)
    assert (tmp_path / "dashboard" / "index.html").is_file()
    shutil.copy(given[1], tmp_path / given[1].name)
    second = quiet_build(tmp_path, tmp_path / "warehouse.duckdb")
    assert (second.delivered, second.landed) == (3, 1)
    assert [row.file_name for row in second.quarantined] == ["dashboard.txt"]
