"""A published warehouse as its readers open it: read-only, and with nothing outside the file within reach."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "lock_configuration": True,
}
"""The settings of every door to a warehouse: read-only alone lets a query read any file of the machine."""


class NoWarehouse(RuntimeError):
    """There is no published warehouse in the file; the message says what to do."""


@dataclass(frozen=True, slots=True)
class MartColumn:
    """A column of schema ``marts``: its DuckDB type, Chinese term and description."""

    name: str
    type: str
    nullable: bool
    comment: str

    @property
    def term(self) -> str:
        """The official Chinese term."""
        return self.comment.partition("：")[0]

    @property
    def description(self) -> str:
        """What it holds, with its unit."""
        return self.comment.partition("：")[2]


@dataclass(frozen=True, slots=True)
class MartTable:
    """A table of schema ``marts`` with its columns in order."""

    name: str
    comment: str
    columns: tuple[MartColumn, ...]

    @property
    def term(self) -> str:
        """The official Chinese term."""
        return self.comment.partition("：")[0]

    @property
    def description(self) -> str:
        """What one row is."""
        return self.comment.partition("：")[2]

    def has(self, column: str) -> bool:
        """True where the table has a column of that name."""
        return any(own.name == column for own in self.columns)


def open_warehouse(path: Path) -> duckdb.DuckDBPyConnection:
    """A connection to the published warehouse ``path`` on which only reading is possible. Raises NoWarehouse."""
    if not path.is_file():
        raise NoWarehouse(f"{path} does not exist; `jixiao build --warehouse {path}` makes it")
    try:
        connection = duckdb.connect(str(path), read_only=True, config=LOCKED)
    except duckdb.Error as error:
        raise NoWarehouse(f"{path} cannot be opened as a warehouse: {error}") from error
    if not mart_tables(connection):
        connection.close()
        raise NoWarehouse(f"{path} holds no schema marts; `jixiao build --warehouse {path}` builds it")
    return connection


def mart_tables(connection: duckdb.DuckDBPyConnection) -> tuple[MartTable, ...]:
    """The tables of schema ``marts`` by name."""
    columns: dict[str, list[MartColumn]] = {}
    for table, *column in connection.execute(
        """
        select table_name, column_name, data_type, is_nullable, coalesce(comment, '') from duckdb_columns()
        where database_name = current_database() and schema_name = 'marts'
        order by table_name, column_index
        """
    ).fetchall():
        columns.setdefault(table, []).append(MartColumn(*column))
    tables = connection.execute(
        """
        select table_name, coalesce(comment, '') from duckdb_tables()
        where database_name = current_database() and schema_name = 'marts'
        order by table_name
        """
    ).fetchall()
    return tuple(MartTable(name, comment, tuple(columns[name])) for name, comment in tables)


def quoted(name: str) -> str:
    """An identifier of SQL."""
    return '"' + name.replace('"', '""') + '"'
