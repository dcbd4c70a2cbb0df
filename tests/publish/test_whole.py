"""What is published is whole and of one generation; what keeps it from being so is told in one line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from jixiao.build.database import Contents, Incomplete, contents, logs, require
from jixiao.build.spare import mark
from jixiao.cli import main
from jixiao.dashboard.generation import generation, is_of
from tests.publish.conftest import DOCUMENTS, Build
from tests.unit.test_delivery import table


def jixiao_build(warehouse: Path, documents: Path = DOCUMENTS) -> Result:
    return CliRunner().invoke(main, ["build", "--documents", str(documents), "--warehouse", str(warehouse)])


@pytest.fixture
def warehouse(published: Path, tmp_path: Path) -> Path:
    """A copy of the published warehouse and of all that lies beside it."""
    shutil.copytree(published.parent, tmp_path / "published")
    return tmp_path / "published" / published.name


def files(folder: Path) -> dict[str, bytes]:
    """What readers see of a folder."""
    seen = [folder / "validation.html", *(folder / "dashboard").rglob("*")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in seen if path.is_file()}


def kill_in_the_middle_of_writing(database: Path) -> None:
    """Leave rows in the log beside a file, as a process does that dies."""
    program = (
        "import duckdb, os, sys; c = duckdb.connect(sys.argv[1]); c.execute('set wal_autocheckpoint = \"1GB\"');"
        "c.execute('create schema own'); c.execute('create table own.kept as select 1 as one'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", program, str(database)], check=True)
    assert logs(database)


def test_a_file_whose_log_was_not_written_into_it_is_not_published(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        held = contents(connection)
    require(warehouse, held)
    kill_in_the_middle_of_writing(warehouse)
    with pytest.raises(Incomplete, match=r"warehouse\.duckdb\.wal was not written into warehouse\.duckdb"):
        require(warehouse, held)


def test_a_file_that_lacks_a_row_or_a_batch_is_not_published(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        held = contents(connection)
        connection.execute(
            "delete from marts.fct_funding where funding_key = (select max(funding_key) from marts.fct_funding)"
        )
    assert (held.batch, held.rows['"marts"."fct_funding"'], held.rows['"landing"."documents"']) == (1, 84, 5)
    with pytest.raises(Incomplete, match=r'holds 83 rows of "marts"\."fct_funding", validated were 84'):
        require(warehouse, held)
    with pytest.raises(Incomplete, match="ends with batch 1, validated was batch 2"):
        require(warehouse, Contents(2, held.rows))


def remove_report(folder: Path) -> None:
    (folder / "validation.html").unlink()


def put_back_report(folder: Path) -> None:
    report = folder / "validation.html"
    report.write_text(report.read_text(encoding="utf-8").replace('content="1-', 'content="0-'), encoding="utf-8")


def remove_dashboard(folder: Path) -> None:
    shutil.rmtree(folder / "dashboard")


def put_back_dashboard(folder: Path) -> None:
    page = folder / "dashboard" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace('content="1-', 'content="0-'), encoding="utf-8")


def remove_page(folder: Path) -> None:
    (folder / "dashboard" / "index.html").unlink()


def remove_script(folder: Path) -> None:
    next((folder / "dashboard").glob("data/*/documents/3.js")).unlink()


def remove_data(folder: Path) -> None:
    shutil.rmtree(folder / "dashboard" / "data")


@pytest.mark.parametrize(
    ("damage", "lacked"),
    [
        (remove_report, ("report",)),
        (put_back_report, ("report",)),
        (remove_dashboard, ("dashboard",)),
        (put_back_dashboard, ("dashboard",)),
        (remove_page, ("dashboard",)),
        (remove_script, ("dashboard",)),
        (remove_data, ("dashboard",)),
    ],
)
def test_what_lacks_beside_the_warehouse_is_written_again(
    warehouse: Path, quiet_build: Build, damage: Callable[[Path], None], lacked: tuple[str, ...]
) -> None:
    before = files(warehouse.parent)
    damage(warehouse.parent)
    assert files(warehouse.parent) != before
    outcome = quiet_build(DOCUMENTS, warehouse)
    assert (outcome.published, outcome.landed, outcome.written_again) == (False, 0, lacked)
    assert files(warehouse.parent) == before
    assert quiet_build(DOCUMENTS, warehouse).written_again == ()


def test_nothing_new_is_said_of_one_generation_alone(warehouse: Path) -> None:
    remove_report(warehouse.parent)
    shown = jixiao_build(warehouse)
    assert shown.exit_code == 0
    assert "report of warehouse.duckdb lacked and is written again" in shown.output
    assert "nothing new" not in shown.output
    assert "nothing new in 5 documents" in jixiao_build(warehouse).output


def test_a_generation_is_that_of_what_was_landed(warehouse: Path) -> None:
    with duckdb.connect(str(warehouse)) as connection:
        first = generation(connection)
        connection.execute("insert into landing.batches by name select * replace (2 as batch_id) from landing.batches")
        second = generation(connection)
        assert generation(connection, 1) == first
    assert (first[:2], second[:2]) == ("1-", "2-")
    assert is_of(warehouse.with_name("validation.html"), first)
    assert not is_of(warehouse.with_name("validation.html"), second)
    assert not is_of(warehouse.with_name("none.html"), first)


def test_a_log_that_a_killed_process_left_is_written_into_the_published_file(warehouse: Path) -> None:
    kill_in_the_middle_of_writing(warehouse)
    assert jixiao_build(warehouse).exit_code == 0
    assert logs(warehouse) == []
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        assert connection.execute("select one from own.kept").fetchall() == [(1,)]


def one_line(shown: Result) -> str:
    """What a command says that fails, behind what it is doing: one line and no traceback."""
    _, line = shown.output.strip().splitlines()
    assert shown.exception is None or isinstance(shown.exception, SystemExit)
    return str(line)


@pytest.mark.parametrize("writes", [True, False])
def test_a_warehouse_that_another_process_writes_to_is_not_built_on(warehouse: Path, writes: bool) -> None:
    program = "import duckdb, sys; c = duckdb.connect(sys.argv[1]);"
    program += "c.execute('create table own as select 1 as one');" if writes else ""
    program += "print(flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", program, str(warehouse)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        shown = jixiao_build(warehouse)
        writer.communicate()
    assert shown.exit_code == 2
    assert (
        f"warehouse.duckdb is held by another process (PID {writer.pid}); close it there and build again"
        == one_line(shown)
    )


def test_a_place_that_cannot_be_written_is_bad_usage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(table())
    (tmp_path / "file").touch()
    shown = jixiao_build(tmp_path / "file" / "w.duckdb", tmp_path)
    assert shown.exit_code == 2
    assert "cannot be written (Not a directory): make the folder writable" in one_line(shown)


def test_a_dashboard_that_cannot_be_put_in_place_is_told(warehouse: Path) -> None:
    remove_dashboard(warehouse.parent)
    (warehouse.parent / "dashboard").touch()
    shown = jixiao_build(warehouse)
    assert shown.exit_code == 2
    doing, again, told = shown.output.splitlines()
    assert (doing, again) == ("reading documents", "writing the dashboard again")
    assert "the warehouse is published, its report or dashboard is not" in told
    (warehouse.parent / "dashboard").unlink()
    assert jixiao_build(warehouse).exit_code == 0


def test_what_a_killed_build_left_is_removed(warehouse: Path, quiet_build: Build) -> None:
    folder = warehouse.parent / ".build" / "warehouse"
    for name in ("warehouse.duckdb", "warehouse.duckdb.wal", "warehouse.duckdb.wal.checkpoint"):
        (folder / name).write_bytes(b"left")
    (folder / "warehouse.duckdb.tmp").mkdir()
    (folder / "dashboard" / "data").mkdir(parents=True)
    (warehouse.parent / "dashboard" / "data" / "0-before-0").mkdir()
    quiet_build(DOCUMENTS, warehouse)
    assert len(os.listdir(warehouse.parent / "dashboard" / "data")) == 1
    left = {path.name for path in folder.iterdir()}
    assert left <= {"lock", "digests.json", "spare.duckdb", "spare.followed", "target", "validation.html"}


def test_a_note_that_cannot_be_written_costs_a_copy_alone(tmp_path: Path) -> None:
    (tmp_path / "spare.followed").mkdir()
    mark(tmp_path / "w.duckdb", tmp_path / "spare.duckdb")
    assert os.listdir(tmp_path) == ["spare.followed"]
