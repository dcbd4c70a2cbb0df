"""The command ``jixiao``: arguments and exit statuses, each verb one call."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress as Bar

from ingest.delivery.folder import Delivered
from ingest.delivery.manifest import ManifestError
from ingest.errors import DocumentRejected, ReadingImpossible
from jixiao.build.run import NotAWarehouse, NothingReadable, NotPublished, Outcome, Progress, build
from jixiao.build.workplace import BuildRunning
from jixiao.commands.export import export_command
from jixiao.commands.search import search_command
from jixiao.commands.status import status_command
from jixiao.commands.terminal import BAD_USAGE, NOT_PUBLISHED, progress_bar
from jixiao.commands.terminal import console as _console
from jixiao.commands.terminal import fail as _fail


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """绩效 Jixiao: published performance budgets as a reconciled data warehouse.

    Begin with `jixiao build`; then `jixiao status` says what is there and `jixiao search 文本` where it is printed.
    """


@main.command("build", short_help="Read documents, build, validate and publish the warehouse.")
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    default=Path("documents"),
    show_default=True,
    help="Folder of published documents, with documents.csv beside them if there is one.",
)
@click.option(
    "--warehouse",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("warehouse.duckdb"),
    show_default=True,
    help="DuckDB file to publish; incremental where it exists.",
)
def build_command(documents: Path, warehouse: Path) -> None:
    """Read documents, build the models, validate and publish the warehouse.

    Exit status: 0 published or nothing to do, 2 bad usage or nothing readable, 3 a pipeline check failed and the old
    warehouse still stands.
    """
    with progress_bar() as bar:
        try:
            outcome = build(documents, warehouse, Progress(_console.print, _reading_bar(bar), _building_bar(bar)))
        except (
            FileNotFoundError,
            ManifestError,
            BuildRunning,
            NotAWarehouse,
            NothingReadable,
            ReadingImpossible,
        ) as error:
            _fail(str(error), BAD_USAGE)
        except NotPublished as error:
            _fail(f"not published, the warehouse stays as it was: {error}", NOT_PUBLISHED)
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
        _console.print(f"quarantined {row.file_name}: {row.message}{where}{expected}{found}", markup=False)
    if not outcome.published:
        _console.print(f"nothing new in {outcome.delivered} documents; {warehouse.name} is up to date", markup=False)
        return
    _console.print(
        f"published {warehouse.name}: {outcome.landed} documents read of {outcome.delivered} delivered, "
        f"{outcome.superseded} superseded, {len(outcome.quarantined)} quarantined; "
        f"{outcome.expectations} expectations met",
        markup=False,
    )


@main.command("inspect", short_help="Show how one document is read.")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def inspect_command(file: Path) -> None:
    """Show how FILE is read: form, year, units, projects, totals, what does not reconcile or is not understood.

    Exit status: 0 shown, 2 there is no such file or it cannot be read.
    """
    from jixiao.commands.inspection import show

    if not file.is_file():
        _fail(f"{file} is no file", BAD_USAGE)
    try:
        show(file, Console(highlight=False))
    except (DocumentRejected, ManifestError, ReadingImpossible) as rejected:
        _fail(f"{file.name}: {rejected}", BAD_USAGE)


for command in (status_command, search_command, export_command):
    main.add_command(command)
