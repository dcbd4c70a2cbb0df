"""The file of a warehouse: closed without a log beside it, complete, on the disk.

A connection that cannot write its log into the file when it is closed says nothing; what is published is looked at
with a connection of its own.
"""

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb

from jixiao.connections import SOUGHT

_LOCKED = re.compile(r"Could not set lock on file .*?(\(PID \d+\)|$)", re.DOTALL)


class Incomplete(RuntimeError):
    """A file does not hold what was validated; the message says how it differs."""


class WarehouseHeld(RuntimeError):
    """Another process has the warehouse open for writing, or keeps its log from being written into it."""


class Contents(NamedTuple):
    """What a warehouse holds: the number of the last batch, and the rows of every table."""

    batch: int
    rows: Mapping[str, int]


def open_unlogged(database: Path) -> duckdb.DuckDBPyConnection:
    """Open a file that nobody needs before it is complete: nothing of it is written to a log beside it first.

    What is written is in the file after a checkpoint, or once the connection is closed.
    """
    if database.stem.casefold() == "memory":  # DuckDB calls what it holds in memory by that name
        return duckdb.connect(str(database), config=SOUGHT)
    connection = duckdb.connect(config={**SOUGHT, "temp_directory": f"{database}.tmp"})
    path = str(database).replace("'", "''")
    connection.execute(f"attach '{path}' (recovery_mode no_wal_writes)")
    ((name,),) = connection.execute("select database_name from duckdb_databases() where path is not null").fetchall()
    return connection.execute(f'use "{name}"')


def contents(connection: duckdb.DuckDBPyConnection) -> Contents:
    """What the warehouse of an open connection holds."""
    tables = connection.execute(
        """
        select format('"{}"."{}"', schema_name, table_name) from duckdb_tables()
        where database_name = current_database() and not temporary
        """
    ).fetchall()
    counts = " union all ".join(f"select '{name}', count(*) from {name}" for (name,) in tables)
    ((batch,),) = connection.execute("select max(batch_id) from landing.batches").fetchall()
    return Contents(int(batch), dict(connection.execute(counts).fetchall()))


def settle(database: Path) -> None:
    """Write what is left in the log into the file. Raises duckdb.Error where that fails."""
    if logs(database):
        with duckdb.connect(str(database)) as connection:
            connection.execute("checkpoint")


def open_published(published: Path) -> duckdb.DuckDBPyConnection | None:
    """Settle a file that others may have open, and open it read-only. None of a file that is no database, which stays
    as it is. Raises WarehouseHeld."""
    try:
        settle(published)
        return duckdb.connect(str(published), read_only=True)
    except duckdb.Error as error:
        if held := _LOCKED.search(str(error)):
            who = f"another process {held[1]}".rstrip()
            raise WarehouseHeld(f"{published.name} is held by {who}; close it there and build again") from error
        if logs(published):
            raise
        return None


def require(database: Path, expected: Contents) -> None:
    """Look at a closed file as its readers will. Raises Incomplete and duckdb.Error."""
    check_log(database)
    with duckdb.connect(str(database), read_only=True) as connection:
        found = contents(connection)
    if found.batch != expected.batch:
        raise Incomplete(f"{database.name} ends with batch {found.batch}, validated was batch {expected.batch}")
    for name in sorted(expected.rows.keys() | found.rows.keys()):
        own, validated = found.rows.get(name), expected.rows.get(name)
        if own != validated:
            raise Incomplete(f"{database.name} holds {own} rows of {name}, validated were {validated}")


def check_log(database: Path) -> None:
    """Raises Incomplete where a log lies beside a file: it holds rows that the file lacks."""
    for log in logs(database):
        raise Incomplete(f"{log.name} was not written into {database.name}; close what has it open and build again")


def logs(database: Path) -> list[Path]:
    """The write-ahead log beside a file, and what a checkpoint makes of it while it runs."""
    return sorted(database.parent.glob(f"{_literal(database.name)}.wal*"))


def remove(database: Path) -> None:
    """Remove a file with its log and what DuckDB put aside for it."""
    for path in (database, *logs(database)):
        path.unlink(missing_ok=True)
    shutil.rmtree(database.with_name(f"{database.name}.tmp"), ignore_errors=True)


def flush(path: Path) -> None:
    """Wait until a file, or the entries of a folder, are on the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _literal(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)
