"""The file being built has no log: what is written is in the file once it is closed."""

from pathlib import Path

import duckdb
import pytest

from jixiao.build.database import logs, open_unlogged


@pytest.mark.parametrize("name", ["warehouse", "memory", "o'clock", "2024"])
def test_what_is_written_is_in_the_file_and_in_no_log(tmp_path: Path, name: str) -> None:
    database = tmp_path / f"{name}.duckdb"
    with open_unlogged(database) as connection:
        connection.execute("create table numbers as from range(1000)")
        assert name == "memory" or not logs(database)
    assert not logs(database)
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("select count(*) from numbers").fetchall() == [(1000,)]
