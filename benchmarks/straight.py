"""The models' SQL run straight in DuckDB, without dbt: what a whole build is measured against.

The rows of `landing` and the seeds are copied into a new file first, all of them as rows that no model took up; then
every model is created in the same order from the query that dbt compiled, as a table or a view as there.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from jixiao.build.plan.statements import Plan

MEMORY = "4GB"
_GIVEN = ("landing", "seeds")


def seconds(warehouse: Path, plan: Plan) -> float:
    """Seconds of all models of the warehouse that was built whole, by the plan that is kept for it."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        indicators = _indicators(connection)
        views = "select view_name, schema_name, true from duckdb_views() where not internal"
        found = connection.execute(f"{views} union all select table_name, schema_name, false from duckdb_tables()")
        held = {name: (schema, "view" if is_view else "table") for name, schema, is_view in found.fetchall()}
    with (
        TemporaryDirectory(dir=warehouse.parent) as folder,
        duckdb.connect(str(Path(folder) / warehouse.name), config={"memory_limit": MEMORY}) as connection,
    ):
        connection.execute("set enable_progress_bar = false")  # it would stand among the figures
        _give(connection, warehouse)
        start = perf_counter()
        for node in plan.nodes:
            if node.kind == "model":
                schema, kind = held[node.name]
                connection.execute(f"create schema if not exists {schema}")
                connection.execute(f"create {kind} {schema}.{node.name} as {node.query}")
        taken = perf_counter() - start
        assert _indicators(connection) == indicators, "not what the warehouse holds"
        return taken


def _indicators(connection: duckdb.DuckDBPyConnection) -> int:
    ((count,),) = connection.execute("select count(*) from marts.fct_indicators").fetchall()
    return int(count)


def _give(connection: duckdb.DuckDBPyConnection, warehouse: Path) -> None:
    connection.execute(f"attach '{warehouse}' as given (read_only)")
    for schema in _GIVEN:
        connection.execute(f"create schema {schema}")
        query = "select table_name from duckdb_tables() where database_name = 'given' and schema_name = ? order by 1"
        for (table,) in connection.execute(query, [schema]).fetchall():
            connection.execute(f'create table {schema}."{table}" as from given.{schema}."{table}"')
    connection.execute("detach given")
    connection.execute("delete from landing.progress")
    connection.execute("checkpoint")
