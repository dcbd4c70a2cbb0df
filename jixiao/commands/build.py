"""``jixiao build``: documents to a published warehouse."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click
from rich.progress import Progress as Bar

from ingest.delivery.folder import Delivered
from ingest.delivery.manifest import ManifestError
from ingest.errors import ReadingImpossible
from jixiao.build.run import NotAWarehouse, NothingReadable, NotPublished, Outcome, Progress, build
from jixiao.build.workplace import BuildRunning
from jixiao.commands.terminal import NOT_PUBLISHED, console, fail, progress_bar, warehouse_option


@click.command("build", short_help="Read documents, build, validate and publish the warehouse.")
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    default=Path("documents"),
    show_default=True,
    help="Folder of published documents, with documents.csv beside them if there is one.",
)
@warehouse_option("DuckDB file to publish; incremental where it exists.")
def build_command(documents: Path, warehouse: Path) -> None:
    """Read documents, build the models, validate and publish the warehouse.

    Exit status: 0 published or nothing to do, 2 bad usage or nothing readable, 3 a pipeline check failed and the old
    warehouse still stands.
    """
    with progress_bar() as bar:
        try:
            outcome = build(documents, warehouse, Progress(console.print, _reading_bar(bar), _building_bar(bar)))
        except (
            FileNotFoundError,
            ManifestError,
            BuildRunning,
            NotAWarehouse,
            NothingReadable,
            ReadingImpossible,
        ) as error:
            fail(str(error))
        except NotPublished as error:
            fail(f"not published, the warehouse stays as it was: {error}", NOT_PUBLISHED)
    _tell(outcome, warehouse)


def _reading_bar(bar: Bar) -> Callable[[Sequence[Delivered]], Callable[[Delivered], None]]:
    def start(new: Sequence[Delivered]) -> Callable[[Delivered], None]:
        task = bar.add_task("reading", total=len(new))
        return lambda _: bar.advance(task)

    return start


def _building_bar(bar: Bar) -> Callable[[int, int], None]:
    task = bar.add_task("building", visible=False)
    return lambda index, total: bar.update(task, completed=index - 1, total=total, visible=index < total)


def _tell(outcome: Outcome, warehouse: Path) -> None:
    for row in outcome.quarantined:
        where = f" (page {row.page}, line {row.line})" if row.line else ""
        expected = f"; expected {row.expected}" if row.expected else ""
        found = f"; found {row.found!r}" if row.found else ""
        console.print(f"quarantined {row.file_name}: {row.message}{where}{expected}{found}", markup=False)
    if not outcome.published:
        console.print(f"nothing new in {outcome.delivered} documents; {warehouse.name} is up to date", markup=False)
        return
    console.print(
        f"published {warehouse.name}: {outcome.landed} documents read of {outcome.delivered} delivered, "
        f"{outcome.superseded} superseded, {len(outcome.quarantined)} quarantined; "
        f"{outcome.expectations} expectations met",
        markup=False,
    )
