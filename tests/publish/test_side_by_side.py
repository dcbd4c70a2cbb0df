"""Work on the file being built: without a log, each piece once, and none before those that it comes after."""

from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import duckdb
import pytest

from jixiao.build.database import logs, open_unlogged
from jixiao.build.plan.side_by_side import connections, each

PIECES = list(range(60))
AFTER = {piece: [piece // 2, piece // 3] for piece in PIECES if piece}


@pytest.fixture(params=["warehouse", "memory", "o'clock", "2024"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"{request.param}.duckdb"


@pytest.fixture
def several(database: Path) -> Iterator[list[duckdb.DuckDBPyConnection]]:
    """Connections of two threads at least."""
    with open_unlogged(database) as first:
        first.execute("create table numbers as select 1 as number")
        with first.cursor() as second:
            ((name,),) = first.execute("select current_database()").fetchall()
            yield [first, second.execute(f'use "{name}"')]


def test_what_is_written_is_in_the_file_and_in_no_log(database: Path) -> None:
    with open_unlogged(database) as connection:
        connection.execute("create table numbers as from range(1000)")
        assert database.stem == "memory" or not logs(database)
    assert not logs(database)
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("select count(*) from numbers").fetchall() == [(1000,)]


@pytest.mark.parametrize("documents", [1, 1_000_000])
def test_every_connection_is_to_the_file(database: Path, documents: int) -> None:
    with open_unlogged(database) as connection:
        connection.execute("create table numbers as from range(3)")
        with connections(connection, documents) as found:
            counts = [own.execute("select count(*) from numbers").fetchall() for own in found]
    assert counts == [[(3,)]] * len(found)


def test_a_piece_waits_for_those_it_comes_after(several: list[duckdb.DuckDBPyConnection]) -> None:
    done: list[int] = []
    used: list[duckdb.DuckDBPyConnection] = []

    def work(connection: duckdb.DuckDBPyConnection, piece: int) -> int:
        assert connection not in used
        used.append(connection)
        assert {*AFTER.get(piece, ())} <= {*done, piece}
        ((number,),) = connection.execute("select number from numbers").fetchall()
        used.remove(connection)
        done.append(piece)
        return piece * int(number)

    after = {piece: [own for own in before if own != piece] for piece, before in AFTER.items()}
    assert each(several, work, PIECES, after) == PIECES
    assert sorted(done) == PIECES
    done.clear()
    assert each(several[:1], work, PIECES, after) == PIECES
    assert done == PIECES


def test_what_fails_is_raised_and_nothing_is_begun_after_it(several: list[duckdb.DuckDBPyConnection]) -> None:
    begun: list[int] = []
    lock = Lock()

    def work(connection: duckdb.DuckDBPyConnection, piece: int) -> None:
        with lock:
            begun.append(piece)
        connection.execute("select number from numbers" if piece != 3 else "select nothing")

    chain = {piece: [piece - 1] for piece in PIECES if piece}
    with pytest.raises(duckdb.BinderException):
        each(several, work, PIECES, chain)
    assert begun == [0, 1, 2, 3]
