"""The marts of two warehouses, compared row by row: DuckDB reads the Parquet files that Spark wrote."""

from pathlib import Path
from typing import NamedTuple

import duckdb

SCHEMA = "marts"


class Compared(NamedTuple):
    """A table of both: its rows on DuckDB, and how many rows only DuckDB and only Spark has."""

    rows: int
    only_duckdb: int
    only_spark: int


def compare(warehouse: Path, folder: Path) -> dict[str, Compared]:
    """Every table and view of schema marts; the schema must hold the same of them, of the same columns and types."""
    tables = folder / "tables" / f"{SCHEMA}.db"
    with duckdb.connect() as connection:
        connection.execute(f"attach '{warehouse}' as built (read_only)")
        query = "select table_name from information_schema.tables where table_catalog = 'built' and table_schema = ?"
        names = sorted(name for (name,) in connection.execute(query, [SCHEMA]).fetchall())
        assert names and names == sorted(path.name for path in tables.iterdir())
        return {name: _compare(connection, f"built.{SCHEMA}.{name}", tables / name) for name in names}


def _compare(connection: duckdb.DuckDBPyConnection, on_duckdb: str, on_spark: Path) -> Compared:
    files = f"read_parquet('{on_spark}/*.parquet')"
    columns = _columns(connection, on_duckdb)
    assert columns == _columns(connection, files), on_duckdb
    texts = ", ".join(f'cast("{name}" as varchar)' for name, _ in columns)
    duck, spark = f"select {texts} from {on_duckdb}", f"select {texts} from {files}"
    queries = (duck, f"({duck}) except all ({spark})", f"({spark}) except all ({duck})")
    return Compared(*(connection.execute(f"select count(*) from ({query})").fetchall()[0][0] for query in queries))


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in connection.execute(f"describe select * from {table}").fetchall()]
