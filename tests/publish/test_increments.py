"""Documents that come later: added, corrected, unreadable; and what keeps a build from being published."""

import shutil
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from jixiao.build import checks
from jixiao.build.models import build_models
from jixiao.build.workplace import BuildRunning, open_workplace
from jixiao.cli import main
from tests.publish.conftest import DOCUMENTS, Build, copied
from tests.publish.test_warehouse import rows
from tests.unit.test_delivery import table


@pytest.fixture
def place(tmp_path: Path, published: Path) -> tuple[Path, Path]:
    """A folder with the five documents, and a copy of the warehouse made of them."""
    documents = Path(shutil.copytree(DOCUMENTS, tmp_path / "documents"))
    return documents, copied(published, tmp_path / "published")


def test_later_documents_move_no_key_and_supersede_without_erasing(
    place: tuple[Path, Path], published: Path, quiet_build: Build
) -> None:
    documents, warehouse = place
    (path,) = documents.glob("004_*")
    corrected = path.read_text(encoding="utf-8").replace("3,340.00", "3,341.00").replace("3,326.00", "3,327.00")
    path.write_text(corrected.replace("购置经费\t70.00\t70.00", "购置经费\t71.00\t71.00"), encoding="utf-8")
    (documents / "new.txt").write_bytes(table())
    (documents / "notice.txt").write_text("会议通知\n", encoding="utf-8")

    outcome = quiet_build(documents, warehouse)

    assert (outcome.published, outcome.landed, outcome.superseded) == (True, 2, 1)
    assert [row.file_name for row in outcome.quarantined] == ["notice.txt"]
    assert rows(warehouse, "select document_id, superseded_by, reason from landing.supersessions") == [
        (5, 6, "same file")
    ]
    assert rows(warehouse, "select count(*) from landing.documents") == [(7,)]
    assert rows(warehouse, "select list(document_key order by document_key) from marts.dim_document") == [
        ([1, 2, 3, 4, 6, 7],)
    ]
    assert rows(warehouse, "select sum(amount_wan)::varchar from marts.fct_funding where document_key = 6") == [
        ("3341.000000",)
    ]
    assert rows(warehouse, "select code, message from landing.quarantine") == [
        ("unknown_form", "no performance form in this file: neither a title nor a table of one is found")
    ]
    for dimension in ("dim_project", "dim_unit", "dim_department"):
        kept = f"select * from marts.{dimension} where {dimension[4:]}_key < 600000 order by 1"
        assert set(rows(published, kept)) <= set(rows(warehouse, kept))

    again = quiet_build(documents, warehouse)
    assert (again.published, [row.file_name for row in again.quarantined]) == (False, ["notice.txt"])


def test_a_pipeline_defect_keeps_the_old_warehouse(place: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The models are built by the plan, though the file was written to: dbt takes longer for the same."""
    documents, warehouse = place
    monkeypatch.setattr(checks, "build_models", lambda *given: build_models(*given[:-1], True))
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute("insert into landing.projects select * from landing.projects limit 1")
    (documents / "new.txt").write_bytes(table())
    before = sha256(warehouse.read_bytes()).digest()
    arguments = ["build", "--documents", str(documents), "--warehouse", str(warehouse)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 3
    assert "projects_are_published_once" in result.output
    assert sha256(warehouse.read_bytes()).digest() == before


def test_a_source_defect_does_not_fail_a_build(tmp_path: Path, quiet_build: Build) -> None:
    wrong = table().decode().replace("合计\t1.00\t1.00", "合计\t9.00\t9.00")
    (tmp_path / "wrong.txt").write_text(wrong, encoding="utf-8")
    assert quiet_build(tmp_path, tmp_path / "w.duckdb").published
    query = "select level, printed_wan::varchar, computed_wan::varchar, difference_wan::varchar, reconciles from marts.reconciliation"
    assert rows(tmp_path / "w.duckdb", query)[0] == ("document", "9.000000", "1.000000", "8.000000", False)


@pytest.mark.parametrize("files", [{}, {"notice.txt": b"\xe4\xbc\x9a"}])
def test_nothing_readable_is_bad_usage_and_publishes_nothing(tmp_path: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    warehouse = tmp_path / "out" / "w.duckdb"
    warehouse.parent.mkdir()
    result = CliRunner().invoke(main, ["build", "--documents", str(tmp_path), "--warehouse", str(warehouse)])
    assert result.exit_code == 2
    assert not warehouse.exists()


def test_a_missing_folder_is_bad_usage(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", "--documents", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "no folder" in result.output


def test_a_file_that_is_no_warehouse_is_bad_usage_and_stays(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(table())
    warehouse = tmp_path / "w.duckdb"
    warehouse.write_text("not a database")
    result = CliRunner().invoke(main, ["build", "--documents", str(tmp_path), "--warehouse", str(warehouse)])
    assert result.exit_code == 2
    assert "no warehouse" in result.output
    assert warehouse.read_text() == "not a database"


def test_two_builds_of_one_warehouse_exclude_each_other(tmp_path: Path, quiet_build: Build) -> None:
    (tmp_path / "a.txt").write_bytes(table())
    with open_workplace(tmp_path / "w.duckdb"), pytest.raises(BuildRunning):
        quiet_build(tmp_path, tmp_path / "w.duckdb")
