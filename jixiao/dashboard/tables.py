"""What the page shows of a warehouse: every query is a file in ``queries/``, a table its columns."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

import duckdb
import pyarrow as pa

from jixiao.connections import memory_limit
from jixiao.dashboard.scripts import ColumnLists

_QUERIES = Path(__file__).with_name("queries")

MACROS = (_QUERIES / "macros.sql").read_text(encoding="utf-8")
"""What the queries call; each connection needs it."""

By = Literal["document", "city"]
"""What has scripts of its own, written again only where a build touched it; also the folder of their queries."""

_AT_ONCE = 2_000
"""Documents whose rows are in memory at a time, unless one city has more: a query runs once for all their cities."""


def open_for_queries(database: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse, read-only, in the memory of a build, with the macros that the queries use."""
    return for_queries(duckdb.connect(str(database), read_only=True))


def for_queries(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """A connection to a warehouse, in the memory of a build, with the macros that the queries use."""
    connection.execute(f"set memory_limit = '{memory_limit()}'")
    return connection.execute(MACROS)


def core(connection: duckdb.DuckDBPyConnection) -> dict[str, ColumnLists]:
    """The tables every page needs: dimensions, counts by city and year and by rule. None has a row of a document."""
    return {path.stem: _table(connection, path) for path in queries("core")}


def lists(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, dict[str, object]]]:
    """The lists over all cities, each loaded by the page that shows it. Every text is written once."""
    for path in queries("lists"):
        yield path.stem, _texts_once(_table(connection, path))


def _texts_once(table: ColumnLists) -> dict[str, object]:
    return {name: _text_once(values) for name, values in table.items()}


def _text_once(column: list[Any]) -> object:
    """A column of texts as its ``texts`` and their ``places``, one a row; another column as it is."""
    if str not in set(map(type, column)):
        return column
    texts = list(dict.fromkeys(column))
    places = {text: place for place, text in enumerate(texts)}
    return {"texts": texts, "places": list(map(places.__getitem__, column))}


def of_cities(connection: duckdb.DuckDBPyConnection, keys: Sequence[int]) -> Iterator[tuple[str, dict[str, object]]]:
    """The lists of each city, with the rows of its documents, by ``folder/city_key``. Every text is written once."""
    for chunk in _chunks(connection, keys):
        found = {path.stem: _by_city(connection, path, chunk) for path in queries("city")}
        for key in chunk:
            yield from ((f"{name}/{key}", _texts_once(own[key])) for name, own in found.items())


def _chunks(connection: duckdb.DuckDBPyConnection, keys: Sequence[int]) -> Iterator[list[int]]:
    """Cities that together have few enough documents, in order; one that has more stands alone."""
    query = "select city_key, count(*) from marts.dim_document group by city_key"
    documents = dict(connection.execute(query).fetchall())
    chunk: list[int] = []
    for key in keys:
        if chunk and sum(documents.get(one, 0) for one in (*chunk, key)) > _AT_ONCE:
            yield chunk
            chunk = []
        chunk.append(key)
    if chunk:
        yield chunk


def keys_of(connection: duckdb.DuckDBPyConnection, by: By) -> list[int]:
    """The keys of all documents or cities, in order."""
    query = f"select {by}_key from marts.dim_{by} order by 1"
    return [key for (key,) in connection.execute(query).fetchall()]


def touched(connection: duckdb.DuckDBPyConnection, by: By) -> set[int]:
    """The keys of the documents that the last build read anew or replaced, or of their cities."""
    query = f"select distinct {by}_key from intermediate.int_documents_touched"
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


def _by_city(connection: duckdb.DuckDBPyConnection, path: Path, keys: Sequence[int]) -> dict[int, ColumnLists]:
    """The rows of a query by its first column, the city; a table for each of ``keys``."""
    query = path.read_text(encoding="utf-8")
    # literals: such a filter goes below the query's own order, which stays; an equality goes on to what is joined by it
    chosen = f"= {keys[0]}" if len(keys) == 1 else f"in ({', '.join(map(str, keys))})"
    found = connection.execute(f"select * from ({query}) where city_key {chosen}").to_arrow_table()
    columns = _by_column(found)
    tables: dict[int, ColumnLists] = {}
    start = 0
    for key, run in groupby(columns.pop("city_key")):
        end = start + len([*run])
        tables[key] = {name: values[start:end] for name, values in columns.items()}
        start = end
    return {key: tables.get(key) or {name: [] for name in columns} for key in keys}


def queries(folder: str) -> list[Path]:
    """The files of queries in a folder, in order."""
    return sorted((_QUERIES / folder).glob("*.sql"))


def _table(connection: duckdb.DuckDBPyConnection, path: Path) -> ColumnLists:
    return _by_column(connection.execute(path.read_text(encoding="utf-8")).to_arrow_table())


def _by_column(found: pa.Table) -> ColumnLists:
    return {name: found[name].to_pylist() for name in found.column_names}
