"""The marts of two warehouses, compared row by row: DuckDB reads the Parquet files that Spark wrote."""

from pathlib import Path

import duckdb


def differences(warehouse: Path, folder: Path, schema: str = "marts") -> dict[str, tuple[int, int, int]]:
    """For each table its rows on DuckDB, and how many rows only DuckDB and only Spark has."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{warehouse}' as built (read_only)")
        named = "select table_name from duckdb_tables() where database_name = 'built' and schema_name = ? order by 1"
        tables = [name for (name,) in connection.execute(named, [schema]).fetchall()]
        assert tables
        return {name: _compare(connection, schema, name, folder) for name in tables}


def _compare(connection: duckdb.DuckDBPyConnection, schema: str, name: str, folder: Path) -> tuple[int, int, int]:
    files = f"read_parquet('{folder}/tables/{schema}.db/{name}/*.parquet')"
    columns = [row[0] for row in connection.execute(f"describe built.{schema}.{name}").fetchall()]
    assert set(columns) == {row[0] for row in connection.execute(f"describe select * from {files}").fetchall()}, name
    texts = ", ".join(f'cast("{column}" as varchar)' for column in columns)
    duck, spark = f"select {texts} from built.{schema}.{name}", f"select {texts} from {files}"
    counts = (duck, f"{duck} except all {spark}", f"{spark} except all {duck}")
    rows, only_duck, only_spark = (
        connection.execute(f"select count(*) from ({query})").fetchall()[0][0] for query in counts
    )
    return rows, only_duck, only_spark
