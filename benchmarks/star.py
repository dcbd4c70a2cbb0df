"""A star of any number of indicators: the marts of a drawn warehouse, multiplied in SQL.

A copy is other documents of other departments: its keys are its own, a part of its indicators has other names, and its
amounts differ. Cities, years, categories and funding sources stay those that there are.
"""

import shutil
from pathlib import Path

import duckdb

from benchmarks.corpus import documents
from jixiao.build.run import Progress, build

DRAWN = 200
LAYOUTS = ("table", "flow", "ocr", "approval", "labelled")
TABLES = (
    "dim_city", "dim_year", "dim_category", "dim_funding_source",
    "dim_department", "dim_unit", "dim_project", "dim_document", "fct_funding", "fct_indicators",
)  # fmt: skip

_COPIES_AT_ONCE = 50
_OWN_KEYS = ("department_key", "unit_key", "project_key", "document_key", "funding_key", "indicator_key")
_OTHER = {
    "department_name": "department_name || copy",
    "file_name": "copy || '/' || file_name",
    "sha256": "sha256(sha256 || copy)",
    "indicator_name": "if((indicator_key + copy) % 4 = 0, indicator_name || copy, indicator_name)",
    "amount_wan": "round(amount_wan * (50 + (funding_key * 7919 + copy * 104729) % 100) / 100, 2)",
    "amount_yuan": "round(amount_wan * (50 + (funding_key * 7919 + copy * 104729) % 100) / 100, 2) * 10000",
}


def drawn_warehouse(folder: Path, count: int = DRAWN) -> Path:
    """A warehouse that `jixiao build` makes of ``count`` drawn documents, below ``folder``."""
    delivered = folder / "drawn"
    delivered.mkdir()
    for number, document in enumerate(documents(count, LAYOUTS)):
        (delivered / f"{number:05}.txt").write_bytes(document.data)
    warehouse = folder / "drawn.duckdb"
    outcome = build(delivered, warehouse, Progress(stage=lambda _: None, reading=lambda _: lambda _: None))
    shutil.rmtree(delivered)
    if not outcome.published:
        raise SystemExit("the drawn warehouse is not published")
    return warehouse


def multiply(warehouse: Path, star: Path, indicators: int) -> int:
    """Write the star of at least ``indicators`` rows into ``star``, from the marts of ``warehouse``; gives its rows."""
    with duckdb.connect(str(star)) as connection:
        connection.execute("set memory_limit = '4GB'")
        connection.execute(f"attach '{warehouse}' as drawn (read_only)")
        ((there,),) = connection.execute("select count(*) from drawn.marts.fct_indicators").fetchall()
        copies = -(-indicators // there)
        for table in TABLES:
            _multiply(connection, table, copies)
        return int(there * copies)


def _multiply(connection: duckdb.DuckDBPyConnection, table: str, copies: int) -> None:
    described = connection.execute(f"describe drawn.marts.{table}").fetchall()
    connection.execute(f"create table {table} ({', '.join(f'{name} {kind}' for name, kind, *_ in described)})")
    names = [name for name, *_ in described]
    own = [name for name in names if name in _OWN_KEYS]
    if not own:
        connection.execute(f"insert into {table} select * from drawn.marts.{table}")
        return
    steps = {}
    for key in own:  # the same step wherever a key stands
        dimension = next((other for other in TABLES if other.removeprefix("dim_") + "_key" == key), table)
        ((step,),) = connection.execute(f"select max({key}) + 1 from drawn.marts.{dimension}").fetchall()
        steps[key] = f"{key} + copy * {step}"
    changed = ", ".join(f"{(steps | _OTHER).get(name, name)} as {name}" for name in names)
    for first in range(0, copies, _COPIES_AT_ONCE):
        last = min(first + _COPIES_AT_ONCE, copies)
        connection.execute(
            f"insert into {table} select {changed} from range({first}, {last}) as copies (copy), drawn.marts.{table} "
            f"order by copy, {names[0]}"
        )
