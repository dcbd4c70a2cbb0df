"""The models: one run of dbt on the warehouse being built."""

import os
from collections.abc import Callable
from typing import Any

from jixiao import dbt
from jixiao.build.disk import full_disk
from jixiao.build.workplace import Workplace
from jixiao.memory import memory_limit

Started = Callable[[int, int], None]
"""Called as each node starts, with its number and the count of all."""


def build_models(place: Workplace, built_batch: int = 0, started: Started = lambda index, total: None) -> int:
    """Build and test seeds, models and marts from schema ``landing``; gives the number of nodes.

    ``built_batch`` is the last batch that the models hold, built by the same project: what later ones touch is built
    anew; 0 builds everything. Unit tests are of the code, not of the data: `make test` runs them.

    Raises DbtFailed, and DiskFull where a model could not be written for want of space: no fault of a document.
    """
    dbt.use(place.database)
    os.environ["JIXIAO_MEMORY"] = memory_limit()
    extent = ("--vars", f"{{built_batch: {built_batch}}}") if built_batch else ("--full-refresh",)
    command = [*dbt.QUIET, "build", "--exclude-resource-type=unit_test", *extent]

    def tell(event: Any) -> None:
        if event.info.name == "LogStartLine":
            started(event.data.index, event.data.total)

    result = dbt.run(command, place.dbt_target, place.folder, [tell])
    try:
        return len(dbt.nodes_of(result))
    except dbt.DbtFailed as failed:
        if full := full_disk(failed, place.published.parent):
            raise full from failed
        raise
