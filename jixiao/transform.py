"""The models: one run of dbt, in this process, on the warehouse being built."""

import os
from collections.abc import Callable
from typing import Any

from jixiao.memory import memory_limit
from jixiao.project import ROOT
from jixiao.workplace import Workplace


class ModelsFailed(RuntimeError):
    """A model, a contract or a test of dbt failed; the message names each."""


Started = Callable[[int, int], None]
"""Called as each node starts, with its number and the count of all."""


def build_models(place: Workplace, built_batch: int = 0, started: Started = lambda index, total: None) -> int:
    """Build and test seeds, models and marts from schema ``landing``; gives the number of nodes.

    ``built_batch`` is the last batch that the models hold, built by the same project: what later ones touch is built
    anew; 0 builds everything.

    Unit tests are of the code, not of the data: `make test` runs them.

    Raises ModelsFailed.
    """
    from dbt.adapters.duckdb.connections import DuckDBConnectionManager
    from dbt.cli.main import dbtRunner

    os.environ["JIXIAO_WAREHOUSE"] = str(place.database)
    os.environ["JIXIAO_MEMORY"] = memory_limit()

    def tell(event: Any) -> None:
        if event.info.name == "LogStartLine":
            started(event.data.index, event.data.total)

    result = dbtRunner(callbacks=[tell]).invoke(
        [
            "--quiet",
            "--no-use-colors",
            "--log-level-file=none",
            "--no-version-check",
            "build",
            "--exclude-resource-type=unit_test",
            *(("--vars", f"{{built_batch: {built_batch}}}") if built_batch else ("--full-refresh",)),
            f"--project-dir={ROOT}",
            f"--profiles-dir={ROOT}",
            f"--target-path={place.dbt_target}",
            f"--log-path={place.folder}",
        ]
    )
    DuckDBConnectionManager.close_all_connections()  # an open one would keep others from reading the file
    if result.exception is not None:
        raise ModelsFailed(str(result.exception)) from result.exception
    failed = failures(result)
    if failed or not result.success:
        raise ModelsFailed("\n".join(failed) or "dbt build failed")
    return len(result.result.results)


def failures(result: Any) -> list[str]:
    """What failed in a run of dbt, a line a node."""
    nodes = getattr(result.result, "results", [])
    return [f"{node.node.name}: {node.status}: {node.message}" for node in nodes if str(node.status) in _FAILED]


_FAILED = {"error", "fail", "runtime error", "skipped"}
