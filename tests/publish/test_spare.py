"""The warehouse published before is built on, wherever that is safe, and gives what a copy gives."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest.landing import tables as landing
from jixiao.build import spare
from jixiao.build.workplace import Workplace, prepare

BATCHES = "select batch_id from landing.batches order by 1"


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    """A workplace with a published file and the one before it."""
    place = Workplace(tmp_path / "published.duckdb", tmp_path / "building")
    place.folder.mkdir()
    for path, batches in ((place.spare, 1), (place.published, 2)):
        with duckdb.connect(str(path)) as connection:
            landing.create(connection)
            connection.execute("create schema quality")
            connection.execute("create table quality.validation_results as select 1::bigint as batch_id")
            for batch in range(1, batches + 1):
                connection.execute(
                    "insert into landing.batches by name select ? as batch_id, 'p' as project_digest, "
                    "'1' as parser_version, 1 as delivered, 1 as landed, 0 as quarantined",
                    [batch],
                )
    spare.mark(place.published, place.spare)
    return place


def assert_copied(place: Workplace) -> None:
    """A copy is built on, since the file before does not serve."""
    assert prepare(place).built_batch is None
    assert place.open().execute(BATCHES).fetchall() == [(1,), (2,)]
    place.close()
    assert not place.spare.exists()


def test_the_file_before_is_brought_up_to_date(place: Workplace) -> None:
    before = place.spare.stat().st_ino
    assert prepare(place).built_batch == 1
    assert place.open().execute(BATCHES).fetchall() == [(1,), (2,)]
    place.close()
    assert place.database.stat().st_ino == before
    assert not place.spare.exists()


def test_a_file_that_did_not_follow_is_copied(place: Workplace) -> None:
    shutil.copy(place.published, place.published.with_suffix(".other"))
    os.replace(place.published.with_suffix(".other"), place.published)
    assert_copied(place)


@pytest.mark.parametrize("name", ["spare", "published"])
def test_a_file_that_was_written_to_is_not_as_it_was_published(place: Workplace, name: str) -> None:
    assert spare.is_as_published(place.published, place.spare)
    with duckdb.connect(str(getattr(place, name))) as connection:
        connection.execute("create table written (x int)")
    assert not spare.is_as_published(place.published, place.spare)
    assert_copied(place)


def test_a_file_of_another_project_is_copied(place: Workplace) -> None:
    with duckdb.connect(str(place.spare)) as connection:
        connection.execute("update landing.batches set project_digest = 'other'")
    spare.mark(place.published, place.spare)
    assert_copied(place)


def test_a_file_that_a_reader_holds_is_copied(place: Workplace) -> None:
    program = (
        "import duckdb, sys; held = duckdb.connect(sys.argv[1], read_only=True); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(place.spare)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        assert_copied(place)
        reader.communicate()
