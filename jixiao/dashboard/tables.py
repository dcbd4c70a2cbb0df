"""What the page shows of a warehouse: every query is a file in ``queries/``, a table its columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb

from jixiao.dashboard.scripts import Table

_QUERIES = Path(__file__).with_name("queries")
_ROWS_AT_ONCE = 10_000

Row = tuple[Any, ...]


def open_warehouse(database: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse, read-only, with the macros that the queries use."""
    return _with_macros(duckdb.connect(str(database), read_only=True))


def core(connection: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """The tables every page needs: dimensions, and sums by document."""
    return {path.stem: _table(connection, path) for path in _queries("core")}


def lists(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, dict[str, object]]]:
    """The long tables, each loaded by the page that lists it: projects, findings. Every text is written once."""
    for path in _queries("lists"):
        table = _table(connection, path)
        yield path.stem, {name: _text_once(values) for name, values in table.items()}


def _text_once(column: list[Any]) -> object:
    """A column of texts as its ``texts`` and their ``places``, one a row; another column as it is."""
    if str not in set(map(type, column)):
        return column
    texts = list(dict.fromkeys(column))
    places = {text: place for place, text in enumerate(texts)}
    return {"texts": texts, "places": list(map(places.__getitem__, column))}


def documents(
    connection: duckdb.DuckDBPyConnection, keys: Sequence[int] | None = None
) -> Iterator[tuple[int, dict[str, Table]]]:
    """Documents by their keys (in order; None: all) with all that is known of them, their text too. One pass."""
    streams = {path.stem: _Stream(connection, path, keys) for path in _queries("document")}
    for key in document_keys(connection) if keys is None else keys:
        yield key, {name: stream.of(key) for name, stream in streams.items()}


def document_keys(connection: duckdb.DuckDBPyConnection) -> list[int]:
    """The keys of all documents, in order."""
    return [key for (key,) in connection.execute("select document_key from marts.dim_document order by 1").fetchall()]


def touched_documents(connection: duckdb.DuckDBPyConnection) -> set[int]:
    """The keys of the documents that the last build read anew."""
    query = "select document_key from intermediate.int_touched_documents"
    return {key for (key,) in connection.execute(query).fetchall()}


def last_batch(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the last batch landed."""
    ((batch_id,),) = connection.execute("select max(batch_id) from landing.batches").fetchall()
    return int(batch_id)


class _Stream:
    """The rows of a query that is ordered by document, its first column, taken document by document."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path, keys: Sequence[int] | None) -> None:
        query = path.read_text(encoding="utf-8")
        if keys is not None:  # literals: such a filter goes below the query's own order, which stays
            query = f"select * from ({query}) where document_key in ({', '.join(map(str, keys)) or 'null'})"
        cursor = _with_macros(connection.cursor()).execute(query)
        self._columns = _columns(cursor)[1:]
        self._groups = groupby(_rows(cursor), key=itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, key: int) -> Table:
        """The rows of document ``key``, which is not before the last one asked for."""
        rows: list[Row] = []
        if self._next is not None and self._next[0] == key:
            rows = [row[1:] for row in self._next[1]]
            self._next = next(self._groups, None)
        return _by_column(self._columns, rows)


def _with_macros(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A cursor is a connection of its own, and temporary macros belong to one connection."""
    return connection.execute((_QUERIES / "macros.sql").read_text(encoding="utf-8"))


def _queries(folder: str) -> list[Path]:
    return sorted((_QUERIES / folder).glob("*.sql"))


def _table(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    cursor = connection.execute(path.read_text(encoding="utf-8"))
    return _by_column(_columns(cursor), cursor.fetchall())


def _columns(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    return [column[0] for column in cursor.description or ()]


def _rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield from rows


def _by_column(columns: Sequence[str], rows: Sequence[Row]) -> Table:
    if not rows:
        return {name: [] for name in columns}
    return {name: list(values) for name, values in zip(columns, zip(*rows, strict=True), strict=True)}
