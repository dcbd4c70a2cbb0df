"""One new document in warehouses of growing size: what a build takes, stage by stage, and what it holds.

    python -m benchmarks.increment [documents ...]

Each build is a process of its own, as a user's is. The first builds everything, the next ones one new document each.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import duckdb

from benchmarks import straight
from benchmarks.grown import DRAWN, draw, grow
from jixiao import dbt
from jixiao.build.plan.compiled import kept_plan
from jixiao.build.workplace import Workplace
from jixiao.project import ROOT

SIZES = (1000, 4000)
INCREMENTS = 3
PACKAGES = ("ingest", "expectations", "jixiao")
"""Compiled before anything is measured, as an installation does: else every process would compile what it imports."""

STAGES = {
    "run.scan": "scan",
    "run._land": "read and land",
    "checks.build_models": "models and their tests",
    "run.write_site_of": "dashboard",
    "run.pictured": "dashboard",
    "run.prepare": "prepare",
    "run.publish": "publish",
    "run.publish_dashboard": "publish",
}
"""The functions of `jixiao.build`, each where it is called."""


def one(folder: Path, warehouse: Path) -> None:
    """Build once in this process; prints seconds by stage, of the whole and the most memory held (MB) as JSON."""
    from jixiao.build import checks, run

    seconds: dict[str, float] = {}
    steps: list[float] = []
    nodes: list[Any] = []

    def timed(stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(work)
        def measured(*arguments: Any, **named: Any) -> Any:
            start = perf_counter()
            try:
                return work(*arguments, **named)
            finally:
                seconds[stage] = seconds.get(stage, 0) + perf_counter() - start

        return measured

    for name, stage in STAGES.items():
        module, _, function = name.partition(".")
        owner = {"checks": checks, "run": run}[module]
        setattr(owner, function, timed(stage, getattr(owner, function)))
    checks.Checks._validation = timed("validation", checks.Checks._validation)  # type: ignore[method-assign]
    nodes_of = dbt.nodes_of
    dbt.nodes_of = lambda result: nodes.extend(found := nodes_of(result)) or found  # type: ignore[func-returns-value]
    plan, is_whole = kept_plan(_place(warehouse)), not warehouse.exists()
    quiet = run.Progress(
        stage=lambda stage: steps.append(perf_counter()) if stage == "validating" else None,
        reading=lambda _: lambda _: None,
        building=lambda index, total: steps.append(perf_counter()),
    )
    start = perf_counter()
    run.build(folder, warehouse, quiet)
    whole = perf_counter() - start
    seconds["the rest"] = whole - sum(seconds.values())
    if plan is None or (is_whole and not plan.is_whole):
        seconds["models alone"], seconds["tests alone"] = _seconds(nodes)
    else:
        tests = steps[sum(bool(node.whole if is_whole else node.again) for node in plan.nodes)]
        seconds["models alone"], seconds["tests alone"] = tests - steps[0], steps[-1] - tests
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"whole": whole, **seconds, "memory": memory}))


def _place(warehouse: Path) -> Workplace:
    return Workplace(warehouse, warehouse.parent / ".build" / warehouse.stem)


def _seconds(nodes: Sequence[Any]) -> tuple[float, float]:
    """Seconds of dbt's models and seeds, and of its tests."""
    tests = sum(node.execution_time for node in nodes if str(node.node.resource_type) == "test")
    return sum(node.execution_time for node in nodes) - tests, tests


def measure(folder: Path, documents: int) -> dict[str, Any]:
    """Build a warehouse of ``documents`` whole, then one new document at a time; gives what each took."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", *PACKAGES], cwd=ROOT, check=True)
    delivered, warehouse = folder / "documents", folder / "grown.duckdb"
    grow(delivered, warehouse, documents)
    rows: list[dict[str, Any]] = []
    for increment in range(1 + INCREMENTS):
        (delivered / f"new {increment}.txt").write_bytes(draw(DRAWN + YEARS_APART * increment))
        command = [sys.executable, "-m", "benchmarks.increment", "one", str(delivered), str(warehouse)]
        limited = {**os.environ, "JIXIAO_MEMORY": straight.MEMORY}
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=limited)
        rows.append(json.loads(done.stdout.splitlines()[-1]))
        if increment == 0:
            plan = kept_plan(_place(warehouse))
            assert plan is not None
            rows[0]["straight"] = straight.seconds(warehouse, plan)
    least = min(rows[1:], key=lambda row: row["whole"])
    megabytes = warehouse.stat().st_size / 1e6
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        ((indicators,),) = connection.execute("select count(*) from marts.fct_indicators").fetchall()
    return {
        "documents": documents,
        "indicators": indicators,
        "megabytes": megabytes,
        "whole build": rows[0],
        "increment": least,
    }


YEARS_APART = 10
"""Every new document is of a department that is not in the warehouse."""


def run_all(sizes: Sequence[int]) -> list[dict[str, Any]]:
    """What every size took."""
    measured = []
    for size in sizes:
        with TemporaryDirectory() as name:
            measured.append(measure(Path(name), size))
            print(json.dumps(measured[-1]), file=sys.stderr)
    return measured


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        one(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(json.dumps(run_all(tuple(map(int, sys.argv[1:])) or SIZES), indent=1))
