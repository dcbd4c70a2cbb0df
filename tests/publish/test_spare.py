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


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A published file, the one before it, and the path to build on."""
    published, before, database = (tmp_path / f"{name}.duckdb" for name in ("published", "spare", "building"))
    for path, batches in ((before, 1), (published, 2)):
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
    spare.mark(published, before)
    return published, before, database


def test_the_file_before_is_brought_up_to_date(two: tuple[Path, Path, Path]) -> None:
    published, before, database = two
    taken = spare.take(published, before, database)
    assert taken is not None and taken.built_batch == 1
    with taken.connection as connection:
        assert connection.execute("select batch_id from landing.batches order by 1").fetchall() == [(1,), (2,)]
    assert not before.exists()


def test_a_file_that_did_not_follow_is_copied(two: tuple[Path, Path, Path]) -> None:
    published, before, database = two
    shutil.copy(published, published.with_suffix(".other"))
    os.replace(published.with_suffix(".other"), published)
    assert spare.take(published, before, database) is None
    assert not before.exists()


@pytest.mark.parametrize("number", [0, 1])
def test_a_file_that_was_written_to_is_not_as_it_was_published(two: tuple[Path, Path, Path], number: int) -> None:
    published, before, database = two
    assert spare.is_as_published(published, before)
    with duckdb.connect(str(two[number])) as connection:
        connection.execute("create table written (x int)")
    assert not spare.is_as_published(published, before)
    assert spare.take(published, before, database) is None


def test_a_file_of_another_project_is_copied(two: tuple[Path, Path, Path]) -> None:
    published, before, database = two
    with duckdb.connect(str(before)) as connection:
        connection.execute("update landing.batches set project_digest = 'other'")
    spare.mark(published, before)
    assert spare.take(published, before, database) is None


def test_a_file_that_a_reader_holds_is_copied(two: tuple[Path, Path, Path]) -> None:
    published, before, database = two
    program = (
        "import duckdb, sys; held = duckdb.connect(sys.argv[1], read_only=True); print(flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(before)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        assert spare.take(published, before, database) is None
        reader.communicate()
