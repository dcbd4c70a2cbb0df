"""Six questions of an auditor at growing numbers of indicators, in DuckDB, SQLite and PostgreSQL.

    python -m benchmarks.auditor_queries [indicator rows]

The same SQL (`benchmarks/queries/`) on the same data; the engines answer in turn, and must agree.
"""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.clock import in_turn
from benchmarks.engines import DuckDb, Engine, Postgres, Row, Sqlite, postgres_server, postgres_version
from benchmarks.star import drawn_warehouse, multiply

ROUNDS = 3
QUERIES = sorted((Path(__file__).parent / "queries").glob("*.sql"))


def measure(counts: Sequence[int]) -> list[dict[str, Any]]:
    """For each number of indicators: rows, megabytes, and seconds of each engine and question."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # the server has a user of its own
        warehouse = drawn_warehouse(folder)
        return [_measure(folder / str(count), warehouse, count) for count in counts]


def _measure(folder: Path, warehouse: Path, count: int) -> dict[str, Any]:
    folder.mkdir()
    star = folder / "star.duckdb"
    rows = multiply(warehouse, star, count)
    with postgres_server(folder / "server") as address:
        engines: dict[str, Engine] = {
            "duckdb": DuckDb(star),
            "sqlite": Sqlite(star, folder / "star.sqlite"),
            "postgresql": Postgres(star, address),
        }
        measured = {"indicators": rows, "postgresql": postgres_version(), **compare(engines)}
    shutil.rmtree(folder)
    return measured


def compare(engines: Mapping[str, Engine]) -> dict[str, Any]:
    """Ask every question of every engine. Raises SystemExit where they do not agree.

    A question's ratio is the seconds of the fastest other engine to those of DuckDB.
    """
    questions = []
    for path in QUERIES:
        query = filled(path.read_text(encoding="utf-8"), engines["duckdb"])
        answers: dict[str, list[Row]] = {}
        works = {name: partial(_ask, engines, name, query, answers) for name in engines}
        costs = in_turn(works, ROUNDS, {name: engine.cpu for name, engine in engines.items()})
        agreed = {name: [tuple(map(_rounded, row)) for row in rows] for name, rows in answers.items()}
        if any(rows != agreed["duckdb"] for rows in agreed.values()):
            heads = {name: rows[:3] for name, rows in agreed.items()}
            raise SystemExit(f"the engines do not agree on {path.name}: {heads}")
        questions.append(
            {
                "name": path.stem,
                "rows": len(agreed["duckdb"]),
                "cost": costs,
                "ratio": _ratio({name: own["wall"] for name, own in costs.items()}),
                "cpu_ratio": _ratio({name: own["cpu"] for name, own in costs.items()}),
            }
        )
    return {
        "megabytes": {name: engine.megabytes for name, engine in engines.items()},
        "questions": questions,
        "median_ratio": median(question["ratio"] for question in questions),
        "median_cpu_ratio": median(question["cpu_ratio"] for question in questions),
    }


def _ratio(seconds: Mapping[str, float]) -> float:
    return min(own for name, own in seconds.items() if name != "duckdb") / seconds["duckdb"]


def _ask(engines: Mapping[str, Engine], name: str, query: str, answers: dict[str, list[Row]]) -> None:
    answers[name] = engines[name].ask(query)


def filled(query: str, engine: Engine) -> str:
    """The query with a department of the star in it, the middle one of their names."""
    names = [name for (name,) in engine.ask("select distinct department_name from dim_department order by 1")]
    return query.replace("{department}", names[len(names) // 2].replace("'", "''"))


def _rounded(value: Any) -> Any:
    """Exact and floating point numbers alike, to the 分."""
    return round(float(value), 2) if isinstance(value, float | Decimal) else value


if __name__ == "__main__":
    print(json.dumps(measure([int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000]), indent=1))
