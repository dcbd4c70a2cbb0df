"""The models: the plan of what dbt compiled before, or one run of dbt on the warehouse being built."""

import os
from typing import Any

from jixiao import dbt
from jixiao.build.disk import full_disk
from jixiao.build.plan import Started, keep_plan, kept_plan
from jixiao.build.workplace import Workplace
from jixiao.memory import memory_limit

_NOTE = "for the plan: "
"""Begins a line of dbt's log that is a statement: see the macro note_for_plan."""


def build_models(
    place: Workplace,
    built_batch: int = 0,
    started: Started = lambda index, total: None,
    is_as_published: bool = False,
) -> None:
    """Build and test seeds, models and marts from schema ``landing``.

    ``built_batch`` is the last batch that the models hold, built by the same project: what later ones touch is built
    anew; 0 builds everything. ``is_as_published`` says that nobody else wrote to the file since, so that seeds, views
    and comments are those of the project. Unit tests are of the code, not of the data: `make test` runs them.

    Raises DbtFailed, and DiskFull where a model could not be written for want of space: no fault of a document.
    """
    known = kept_plan(place.dbt_target) if built_batch and is_as_published else None
    if known is None or not known.is_built(place.database, started):
        _run_dbt(place, built_batch, started)


def _run_dbt(place: Workplace, built_batch: int, started: Started) -> None:
    dbt.use(place.database)
    os.environ["JIXIAO_MEMORY"] = memory_limit()
    command = [*dbt.QUIET, "build", "--exclude-resource-type=unit_test", *(() if built_batch else ("--full-refresh",))]
    noted: dict[str, str] = {}

    def tell(event: Any) -> None:
        if event.info.name == "LogStartLine":
            started(event.data.index, event.data.total)
        elif event.info.name == "JinjaLogDebug" and event.data.msg.startswith(_NOTE):
            noted[event.data.node_info.unique_id] = event.data.msg.removeprefix(_NOTE)

    result = dbt.run(command, place.dbt_target, place.folder, [tell])
    try:
        keep_plan(dbt.nodes_of(result), noted, place.dbt_target)
    except dbt.DbtFailed as failed:
        if full := full_disk(failed, place.published.parent):
            raise full from failed
        raise
