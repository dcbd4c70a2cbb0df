"""Rows to DuckDB: schema ``landing``, append-only, made from the dataclasses of `ingest.rows`."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import duckdb
import polars as pl

from ingest.rows import BATCH_TABLES, DOCUMENT_TABLES, Digits, Reading

RowClass = type[Any]

_DUCKDB_TYPES = {int: "BIGINT", str: "VARCHAR", bool: "BOOLEAN", date: "DATE"}
_POLARS_TYPES: dict[type, pl.DataType] = {
    int: pl.Int64(),
    str: pl.String(),
    bool: pl.Boolean(),
    date: pl.Date(),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """A column of a landing table: name, DuckDB type, polars type, nullability and comment."""

    name: str
    duckdb_type: str
    polars_type: pl.DataType
    nullable: bool
    comment: str


def columns(row_class: RowClass) -> list[Column]:
    """The columns of a row class, without the identity columns, in declared order.

    Raises KeyError for a field type that has no column type.
    """
    hints = get_type_hints(row_class, include_extras=True)
    return [_column(field.name, hints[field.name]) for field in dataclasses.fields(row_class)]


def _column(name: str, hint: Any) -> Column:
    comment, digits, nullable = "", None, False
    while get_origin(hint) in (Annotated, Union, UnionType):
        if get_origin(hint) is Annotated:
            hint, *extras = get_args(hint)
            comment = next((extra for extra in extras if isinstance(extra, str)), comment)
            digits = next((extra for extra in extras if isinstance(extra, Digits)), digits)
        else:
            nullable = True
            (hint,) = (arm for arm in get_args(hint) if arm is not type(None))
    if hint is Decimal and digits is not None:
        types = f"DECIMAL({digits.precision},{digits.scale})", pl.Decimal(digits.precision, digits.scale)
        return Column(name, types[0], types[1], nullable, comment)
    return Column(name, _DUCKDB_TYPES[hint], _POLARS_TYPES[hint], nullable, comment)


def identity(row_class: RowClass) -> list[str]:
    """Names of the identity columns that landing puts before a table's own."""
    return ["batch_id", "document_id"] if row_class in DOCUMENT_TABLES else ["batch_id"]


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Create schema ``landing`` and its tables where they do not exist yet, with their comments."""
    connection.execute("create schema if not exists landing")
    for row_class in (*DOCUMENT_TABLES, *BATCH_TABLES):
        table = f"landing.{row_class.table}"
        own = columns(row_class)
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


def land_readings(
    connection: duckdb.DuckDBPyConnection, batch_id: int, readings: Sequence[tuple[int, Reading]]
) -> None:
    """Append the rows of readings, each under the ``document_id`` given with it. One transaction."""
    connection.execute("begin")
    for row_class, rows in _by_table(readings):
        _append(connection, row_class, rows, batch_id)
    connection.execute("commit")


def land_batch_rows(connection: duckdb.DuckDBPyConnection, batch_id: int, rows: Iterable[Any]) -> None:
    """Append quarantine, supersession and batch rows under ``batch_id``."""
    for row in rows:
        _append(connection, type(row), [(None, row)], batch_id)


def _by_table(
    readings: Sequence[tuple[int, Reading]],
) -> Iterable[tuple[RowClass, list[tuple[int | None, Any]]]]:
    members = [field.name for field in dataclasses.fields(Reading)]
    for row_class, member in zip(DOCUMENT_TABLES, members, strict=True):
        rows: list[tuple[int | None, Any]] = []
        for document_id, reading in readings:
            value = getattr(reading, member)
            rows.extend((document_id, row) for row in (value if isinstance(value, tuple) else (value,)))
        yield row_class, rows


def _append(
    connection: duckdb.DuckDBPyConnection,
    row_class: RowClass,
    rows: list[tuple[int | None, Any]],
    batch_id: int,
) -> None:
    if not rows:
        return
    data: dict[str, pl.Series] = {
        "batch_id": pl.Series([batch_id] * len(rows), dtype=pl.Int64()),
    }
    if "document_id" in identity(row_class):
        data["document_id"] = pl.Series([document_id for document_id, _ in rows], dtype=pl.Int64())
    for column in columns(row_class):
        values = [getattr(row, column.name) for _, row in rows]
        data[column.name] = pl.Series(column.name, values, dtype=column.polars_type)
    frame = pl.DataFrame(data).to_arrow()
    connection.register("landed_rows", frame)
    connection.execute(f"insert into landing.{row_class.table} by name select * from landed_rows")
    connection.unregister("landed_rows")
