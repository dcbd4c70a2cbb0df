"""The models: the plan of what dbt compiled before, or one run of dbt on the warehouse being built."""

import os

from jixiao import dbt
from jixiao.build.disk import full_disk
from jixiao.build.plan.compiled import Listener, keep_plan, kept_plan
from jixiao.build.plan.statements import Started, holds_nothing_built
from jixiao.build.workplace import Workplace
from jixiao.connections import memory_limit


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
    is_whole = not built_batch and holds_nothing_built(place.open())
    plan = kept_plan(place) if is_whole or (built_batch and is_as_published) else None
    if plan is not None and (plan.is_whole or not is_whole):
        failed = plan.run(place.open(), started, is_whole)
        if failed:
            raise dbt.DbtFailed(failed)
        if failed is not None:
            return
        is_whole = False  # a part may be built
    _run_dbt(place, built_batch, started, is_whole)


def _run_dbt(place: Workplace, built_batch: int, started: Started, is_whole: bool) -> None:
    place.close()
    dbt.use(place.database)
    os.environ["JIXIAO_MEMORY"] = memory_limit()
    flags = ("--exclude-resource-type=unit_test", "--no-write-json")  # nobody reads its manifest
    command = [*dbt.QUIET, "build", *flags, *(() if built_batch else ("--full-refresh",))]
    heard = Listener(started)
    result = dbt.run(command, place.dbt_target, place.folder, [heard])
    try:
        keep_plan(place, dbt.nodes_of(result), heard, is_whole)
    except dbt.DbtFailed as failed:
        if full := full_disk(failed, place.published.parent):
            raise full from failed
        raise
