"""Rows to DuckDB: schema ``landing``, append-only, made from the dataclasses of `ingest.rows`.

Tables go there as streams of Arrow, few rows as JSON: for a table, for a list that Arrow takes or for a parameter of a
query pandas would be imported, a quarter of a second.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import duckdb

from ingest.landing.batch import DOCUMENT, Batch, joined
from ingest.landing.columns import RowClass, columns
from ingest.rows import BATCH_TABLES, DOCUMENT_TABLES, QuarantineRow


def identity(row_class: RowClass) -> list[str]:
    """Names of the identity columns that landing puts before a table's own."""
    return ["batch_id", "document_id"] if row_class in DOCUMENT_TABLES else ["batch_id"]


_AT_ONCE = 224_000_000
"""Bytes of an insert and of its transaction."""

_MEMORY = "256MB"
"""What DuckDB may keep of landed rows in memory; they go to the file in any case."""


def open_landing(database: Path) -> duckdb.DuckDBPyConnection:
    """The database with schema ``landing`` in it, in bounded memory. Raises duckdb.Error."""
    connection = duckdb.connect(str(database))
    prepare(connection)
    return connection


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Bound the memory of an open database, and create schema ``landing`` in it. Raises duckdb.Error."""
    connection.execute(f"set memory_limit = '{_MEMORY}'")
    connection.execute("set threads = 1")  # more of them double the work of a small insert, and readers need the cores
    connection.begin()
    create(connection)
    connection.commit()


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create schema ``landing`` and its tables where they do not exist yet, with their comments."""
    connection.execute("create schema if not exists landing")
    known = _described(connection)
    for row_class in (*DOCUMENT_TABLES, *BATCH_TABLES):
        own = [(None, row_class.__doc__ or ""), *((c.name, c.comment) for c in columns(row_class))]
        if any(known.get((row_class.table, name)) != comment for name, comment in own):
            _create(connection, row_class)


def _described(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str | None], str]:
    """The comments of the tables (None) and columns of schema ``landing``."""
    found = connection.execute(
        """
        select table_name, null, coalesce(comment, '') from duckdb_tables()
        where database_name = current_database() and schema_name = 'landing'
        union all
        select table_name, column_name, coalesce(comment, '') from duckdb_columns()
        where database_name = current_database() and schema_name = 'landing'
        """
    )
    return {(table, column): comment for table, column, comment in found.fetchall()}


def _create(connection: duckdb.DuckDBPyConnection, row_class: RowClass) -> None:
    table = f"landing.{row_class.table}"
    own = columns(row_class)  # type: ignore[arg-type]  # a class is hashable, whatever it is of
    lines = [f"{name} BIGINT not null" for name in identity(row_class)]
    lines += [f"{c.name} {c.duckdb_type}{'' if c.nullable else ' not null'}" for c in own]
    connection.execute(f"create table if not exists {table} ({', '.join(lines)})")
    for c in own:
        if c.nullable:  # a column younger than the warehouse: its earlier readings have none
            connection.execute(f"alter table {table} add column if not exists {c.name} {c.duckdb_type}")
    connection.execute(f"comment on table {table} is {_literal(row_class.__doc__ or '')}")
    for c in own:
        if c.comment:
            connection.execute(f"comment on column {table}.{c.name} is {_literal(c.comment)}")


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def land(connection: duckdb.DuckDBPyConnection, batch_id: int, first: int, landed: Batch) -> None:
    """Append a batch: its readings under the document ids from ``first`` on, and its quarantine.

    Many readings belong in one batch: an insert costs the same for a row as for thousands.
    """
    for row_class, table in landed.tables.items():
        if table.num_rows:
            connection.register("landed_rows", table.__arrow_c_stream__())
            identified = f"{first} + {DOCUMENT} as document_id, * exclude ({DOCUMENT})"
            _insert(connection, row_class, f"select {batch_id} as batch_id, {identified} from landed_rows")
            connection.unregister("landed_rows")
    land_rows(connection, batch_id, landed.quarantined)


def land_all(
    connection: duckdb.DuckDBPyConnection, batch_id: int, first: int, batches: Iterable[Batch]
) -> tuple[int, tuple[QuarantineRow, ...]]:
    """Append batches under the document ids from ``first`` on; gives the number of readings and the quarantine.

    Commits now and then: what a transaction has appended stays in memory. For a file that is thrown away where its
    build fails.
    """
    read = 0
    quarantined: list[QuarantineRow] = []
    for landed in _large(batches):
        connection.begin()
        land(connection, batch_id, first + read, landed)
        connection.commit()
        read += landed.read
        quarantined.extend(landed.quarantined)
    return read, tuple(quarantined)


def _large(batches: Iterable[Batch]) -> Iterator[Batch]:
    waiting: list[Batch] = []
    size = 0
    for landed in batches:
        waiting.append(landed)
        size += landed.size
        if size >= _AT_ONCE:
            yield joined(waiting)
            waiting, size = [], 0
    if waiting:
        yield joined(waiting)


def land_rows(connection: duckdb.DuckDBPyConnection, batch_id: int, rows: Iterable[Any]) -> None:
    """Append quarantine, supersession and batch rows under ``batch_id``."""
    by_class: dict[RowClass, list[Any]] = {}
    for row in rows:
        by_class.setdefault(type(row), []).append(row)
    for row_class, own in by_class.items():
        types = {column.name: column.duckdb_type for column in columns(row_class)}  # type: ignore[arg-type]
        values = [{name: getattr(row, name) for name in types} for row in own]
        unpacked = f"from_json({_literal(json.dumps(values))}, {_literal(json.dumps([types]))})"
        _insert(connection, row_class, f"select {batch_id} as batch_id, unnest({unpacked}, max_depth := 2)")


def _insert(connection: duckdb.DuckDBPyConnection, row_class: RowClass, query: str) -> None:
    connection.execute(f"insert into landing.{row_class.table} by name {query}")
