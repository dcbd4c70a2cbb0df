"""The same readings into the same DuckDB tables, by us and by a dlt pipeline: landing alone, nothing is parsed.

    python -m benchmarks.landing [documents]

From rows, both begin with what the parser gives; from tables, with the Arrow tables that our readers send.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from benchmarks.clock import in_turn
from benchmarks.corpus import documents
from ingest.landing import tables as landing
from ingest.landing.batch import Batch, batch
from ingest.pipeline import read
from ingest.rows import DOCUMENT_TABLES, Reading
from ingest.sandbox.workers import MOST_DOCUMENTS

ROUNDS = 3
DIFFERENT = 600

Chunks = Sequence[Sequence[Reading]]


def ours_from_rows(database: Path, chunks: Chunks) -> None:
    """Land readings as a build does, their Arrow tables made on the way."""
    ours_from_tables(database, (batch(chunk) for chunk in chunks))


def ours_from_tables(database: Path, batches: Iterable[Batch]) -> None:
    """Land batches as a build does."""
    connection = landing.open_landing(database)
    landing.land_all(connection, 1, 1, batches)
    connection.close()


def measure(counts: Sequence[int], is_beside_dlt: bool = True) -> list[dict[str, Any]]:
    """For each number of documents: rows, megabytes and the median cost of each way.

    `DIFFERENT` documents are read once and landed again and again as others. Raises SystemExit where two ways land
    different rows.
    """
    readings = [read(d.data, f"{number}.txt") for number, d in enumerate(documents(min(max(counts), DIFFERENT)))]
    return [_measure(list(islice(cycle(readings), count)), is_beside_dlt) for count in counts]


def _measure(readings: Sequence[Reading], is_beside_dlt: bool) -> dict[str, Any]:
    chunks = [readings[at : at + MOST_DOCUMENTS] for at in range(0, len(readings), MOST_DOCUMENTS)]
    batches = [batch(chunk) for chunk in chunks]
    ways: dict[str, tuple[Callable[..., None], Any]] = {
        "jixiao, rows": (ours_from_rows, chunks),
        "jixiao, tables": (ours_from_tables, batches),
    }
    if is_beside_dlt:
        from benchmarks import dlt_pipeline

        ways |= {"dlt, rows": (dlt_pipeline.land_rows, chunks), "dlt, tables": (dlt_pipeline.land_tables, batches)}
    with TemporaryDirectory() as name:
        folders = {way: Path(name, str(number)) for number, way in enumerate(ways)}

        def landed(way: str) -> None:
            shutil.rmtree(folders[way], ignore_errors=True)
            folders[way].mkdir()
            work, fed = ways[way]
            work(folders[way] / "landed.duckdb", fed)

        costs = in_turn({way: partial(landed, way) for way in ways}, ROUNDS)
        files = {way: folder / "landed.duckdb" for way, folder in folders.items()}
        rows = {way: rows_of(path) for way, path in files.items()}
        sizes = {way: path.stat().st_size / 1e6 for way, path in files.items()}
    counts = rows["jixiao, rows"]
    if any(own != counts for own in rows.values()):
        raise SystemExit(f"the ways land different rows: {rows}")
    whole = {"documents": len(readings), "rows": sum(counts.values()), "indicators": counts["indicators"]}
    return {**whole, "megabytes": sizes, "cost": costs}


def rows_of(database: Path) -> dict[str, int]:
    """Rows of each landed table; a table that a tool leaves out where nothing is in it has none."""
    with duckdb.connect(str(database), read_only=True) as connection:
        present = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
        counts = {}
        for table in (row_class.table for row_class in DOCUMENT_TABLES):
            query = f"select count(*) from landing.{table}"
            counts[table] = connection.execute(query).fetchall()[0][0] if table in present else 0
    return counts


if __name__ == "__main__":
    print(json.dumps(measure([int(sys.argv[1]) if len(sys.argv) > 1 else 600]), indent=1))
