"""The models' SQL run straight in DuckDB, without dbt: what a whole build is measured against.

The rows of `landing` and the seeds are copied into a new file first; then every model that dbt built is created in
the same order from the query that dbt compiled, as a table or a view as there.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

MEMORY = "4GB"
_GIVEN = ("landing", "seeds")


def seconds(warehouse: Path, target: Path) -> float:
    """Seconds of all models of the warehouse that was built whole, with the results of dbt in ``target``."""
    manifest = json.loads((target / "manifest.json").read_text(encoding="utf-8"))["nodes"]
    results = json.loads((target / "run_results.json").read_text(encoding="utf-8"))["results"]
    with (
        TemporaryDirectory(dir=warehouse.parent) as folder,
        duckdb.connect(str(Path(folder) / warehouse.name), config={"memory_limit": MEMORY}) as connection,
    ):
        connection.execute("set enable_progress_bar = false")  # it would stand among the figures
        _give(connection, warehouse)
        start = perf_counter()
        for result in results:
            node = manifest.get(result["unique_id"], {})
            if node.get("resource_type") == "model":
                kind = "view" if node["config"]["materialized"] == "view" else "table"
                connection.execute(f"create schema if not exists {node['schema']}")
                connection.execute(f"create {kind} {result['relation_name']} as {result['compiled_code']}")
        return perf_counter() - start


def _give(connection: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
    connection.execute(f"attach '{warehouse}' as given (read_only)")
    for schema in _GIVEN:
        connection.execute(f"create schema {schema}")
        query = "select table_name from duckdb_tables() where database_name = 'given' and schema_name = ? order by 1"
        for (table,) in connection.execute(query, [schema]).fetchall():
            connection.execute(f'create table {schema}."{table}" as from given.{schema}."{table}"')
    connection.execute("detach given")
    connection.execute("checkpoint")
