"""What the page shows of a warehouse: every query is a file in ``queries/``, a table its columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

import duckdb

from jixiao.dashboard.scripts import Table

_QUERIES = Path(__file__).with_name("queries")
_ROWS_AT_ONCE = 10_000

Row = tuple[Any, ...]
By = Literal["document", "city"]
"""What has scripts of its own, written again only where a build touched it; also the folder of their queries."""


def open_warehouse(database: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse, read-only, with the macros that the queries use."""
    return _with_macros(duckdb.connect(str(database), read_only=True))


def core(connection: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """The tables every page needs: dimensions, and sums by document."""
    return {path.stem: _table(connection, path) for path in _queries("core")}


def lists(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, dict[str, object]]]:
    """The comparisons of all cities, each loaded by the page that shows it. Every text is written once."""
    for path in _queries("lists"):
        yield path.stem, _texts_once(_table(connection, path))


def _texts_once(table: Table) -> dict[str, object]:
    return {name: _text_once(values) for name, values in table.items()}


def _text_once(column: list[Any]) -> object:
    """A column of texts as its ``texts`` and their ``places``, one a row; another column as it is."""
    if str not in set(map(type, column)):
        return column
    texts = list(dict.fromkeys(column))
    places = {text: place for place, text in enumerate(texts)}
    return {"texts": texts, "places": list(map(places.__getitem__, column))}


def folders(by: By) -> list[str]:
    """The folders in which a document or city has a script, named by its key."""
    return ["documents"] if by == "document" else [path.stem for path in _queries("city")]


def scripts(
    connection: duckdb.DuckDBPyConnection, by: By, keys: Sequence[int] | None = None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Scripts by their names, of documents or cities by their keys (in order; None: all). One pass.

    A document has one, with all that is known of it, its text too; a city has one of each long list: projects,
    findings, links. Every text of a list is written once.
    """
    streams = {path.stem: _Stream(connection, path, f"{by}_key", keys) for path in _queries(by)}
    for key in keys_of(connection, by) if keys is None else keys:
        found = {name: stream.of(key) for name, stream in streams.items()}
        if by == "document":
            yield f"documents/{key}", found
        else:
            yield from ((f"{name}/{key}", _texts_once(table)) for name, table in found.items())


def keys_of(connection: duckdb.DuckDBPyConnection, by: By) -> list[int]:
    """The keys of all documents or cities, in order."""
    query = f"select {by}_key from marts.dim_{by} order by 1"
    return [key for (key,) in connection.execute(query).fetchall()]


def touched(connection: duckdb.DuckDBPyConnection, by: By) -> set[int]:
    """The keys of the documents that the last build read anew or replaced, or of their cities."""
    query = f"select distinct {by}_key from intermediate.int_touched_documents"
    return {key for (key,) in connection.execute(query).fetchall()}


def sources(connection: duckdb.DuckDBPyConnection) -> str:
    """The digests of all documents, in order."""
    query = "select coalesce(string_agg(sha256, ' ' order by document_key), '') from marts.dim_document"
    ((digests,),) = connection.execute(query).fetchall()
    return str(digests)


def last_batch(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the last batch landed."""
    ((batch_id,),) = connection.execute("select max(batch_id) from landing.batches").fetchall()
    return int(batch_id)


class _Stream:
    """The rows of a query that is ordered by ``column``, its first one, taken key by key."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, path: Path, column: str, keys: Sequence[int] | None
    ) -> None:
        query = path.read_text(encoding="utf-8")
        if keys is not None:  # literals: such a filter goes below the query's own order, which stays
            query = f"select * from ({query}) where {column} in ({', '.join(map(str, keys)) or 'null'})"
        cursor = _with_macros(connection.cursor()).execute(query)
        self._columns = _columns(cursor)
        self._groups = groupby(_rows(cursor), key=itemgetter(0))
        self._next = next(self._groups, None)

    def of(self, key: int) -> Table:
        """The rows of ``key``, which is not before the last one asked for."""
        rows: list[Row] = []
        if self._next is not None and self._next[0] == key:
            rows = list(self._next[1])
            self._next = next(self._groups, None)
        table = _by_column(self._columns, rows)
        del table[self._columns[0]]
        return table


def _with_macros(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A cursor is a connection of its own, and temporary macros belong to one connection."""
    return connection.execute((_QUERIES / "macros.sql").read_text(encoding="utf-8"))


def _queries(folder: str) -> list[Path]:
    return sorted((_QUERIES / folder).glob("*.sql"))


def _table(connection: duckdb.DuckDBPyConnection, path: Path) -> Table:
    found = connection.execute(path.read_text(encoding="utf-8")).to_arrow_table()
    return {name: found[name].to_pylist() for name in found.column_names}


def _columns(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    return [column[0] for column in cursor.description or ()]


def _rows(cursor: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    while rows := cursor.fetchmany(_ROWS_AT_ONCE):
        yield from rows


def _by_column(columns: Sequence[str], rows: Sequence[Row]) -> Table:
    if not rows:
        return {name: [] for name in columns}
    return {name: list(values) for name, values in zip(columns, zip(*rows, strict=True), strict=True)}
