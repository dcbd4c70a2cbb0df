"""The whole, from files to rows in DuckDB, by us and by a script of pandas and regular expressions.

    python -m benchmarks.script [documents]

Both get the same files of budgets. On one core both run in this process; as users run them, ours has guarded workers
on every core. What each got right is counted against what was drawn: an amount with its project and source, an
indicator with its project, category, name and both targets.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from benchmarks import pandas_script
from benchmarks.clock import in_turn
from benchmarks.corpus import documents
from ingest.delivery.folder import scan
from ingest.landing import tables as landing
from ingest.landing.batch import batch
from ingest.pipeline import read
from ingest.sandbox.workers import MOST_DOCUMENTS, read_all
from tests.drawing.expected import Drawn

LAYOUTS = ("table", "ocr", "flow", "approval", "labelled")
ROUNDS = 3

Facts = dict[str, Counter[tuple[Any, ...]]]

OURS = {
    "amounts": """
        select file_name, squash(project_name), funding_source_code, amount_wan
        from landing.funding
        inner join landing.projects using (document_id, project_seq)
        inner join landing.documents using (document_id)
    """,
    "indicators": """
        select
            file_name, squash(project_name), category_code,
            squash(indicator_name), squash(cycle_target), squash(annual_target)
        from landing.indicators
        inner join landing.projects using (document_id, project_seq)
        inner join landing.documents using (document_id)
    """,
}
THEIRS = {
    "amounts": "select file, squash(project), source, amount_wan::decimal(18, 6) from funding",
    "indicators": """
        select
            file, squash(project), category_code,
            nullif(squash(indicator_name), ''), nullif(squash(cycle_target), ''), nullif(squash(annual_target), '')
        from indicators
    """,
}
_SQUASH = r"create temporary macro squash(words) as regexp_replace(words, '\s+', '', 'g')"


def ours_on_one_core(folder: Path, database: Path) -> None:
    """Read and land in this process, as a worker and the build do."""
    connection = landing.open_landing(database)
    delivered = scan(folder)
    chunks = (delivered[first : first + MOST_DOCUMENTS] for first in range(0, len(delivered), MOST_DOCUMENTS))
    landing.land_all(connection, 1, 1, (batch([read(d.data(), d.file_name) for d in chunk]) for chunk in chunks))
    connection.close()


def ours(folder: Path, database: Path) -> None:
    """Read with a guarded worker on every core, and land."""
    connection = landing.open_landing(database)
    landing.land_all(connection, 1, 1, read_all(scan(folder)))
    connection.close()


WAYS = {"jixiao, one core": ours_on_one_core, "jixiao": ours, "script": pandas_script.run}


def measure(count: int) -> list[dict[str, Any]]:
    """For each layout ``count`` documents: bytes, median cost of each way, and what each got right."""
    return [_measure(layout, documents(count, [layout])) for layout in LAYOUTS]


def _measure(layout: str, drawn: Sequence[Drawn]) -> dict[str, Any]:
    with TemporaryDirectory() as name:
        place = Path(name)
        folder = place / "documents"
        folder.mkdir()
        for number, document in enumerate(drawn):
            (folder / f"{number:05}.txt").write_bytes(document.data)

        def run(way: str) -> None:
            database = place / f"{way}.duckdb"
            database.unlink(missing_ok=True)
            WAYS[way](folder, database)

        costs = in_turn({way: partial(run, way) for way in WAYS}, ROUNDS)
        truth = drawn_facts((f"{number:05}.txt", document) for number, document in enumerate(drawn))
        right = {
            "jixiao": score(truth, landed_facts(place / "jixiao.duckdb", OURS)),
            "script": score(truth, landed_facts(place / "script.duckdb", THEIRS)),
        }
        size = sum(path.stat().st_size for path in folder.iterdir())
    return {"layout": layout, "documents": len(drawn), "bytes": size, "cost": costs, "right": right}


def drawn_facts(drawn: Iterable[tuple[str, Drawn]]) -> Facts:
    """What the documents say."""
    facts: Facts = {"amounts": Counter(), "indicators": Counter()}
    for file, document in drawn:
        names = [project.name for project in document.truth.projects]
        for row in document.truth.funding:
            facts["amounts"][file, names[row.project_seq - 1], row.source, row.amount] += 1
        for own in document.truth.indicators:
            texts = (own.name, own.cycle, own.annual)
            facts["indicators"][file, names[own.project_seq - 1], own.code, *texts] += 1
    return facts


def landed_facts(database: Path, queries: dict[str, str]) -> Facts:
    """What a landed database says, amounts as exact as they were landed."""
    with duckdb.connect(str(database)) as connection:
        connection.execute(_SQUASH)
        return {
            name: Counter(tuple(map(_exact, row)) for row in connection.execute(query).fetchall())
            for name, query in queries.items()
        }


def _exact(value: Any) -> Any:
    return value.normalize() + Decimal(0) if isinstance(value, Decimal) else value


def score(truth: Facts, found: Facts) -> dict[str, dict[str, int]]:
    """By kind of fact: how many there are, how many were found as they are, how many were found that are not there."""
    return {
        name: {
            "drawn": own.total(),
            "right": (own & found[name]).total(),
            "wrong": (found[name] - own).total(),
        }
        for name, own in truth.items()
    }


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200), ensure_ascii=False, indent=1))
