"""How `jixiao build` builds, tells how far it is, and what became of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
from rich.progress import Progress as Bar

from ingest.delivery.folder import Delivered, rejection
from ingest.delivery.manifest import ManifestError
from ingest.errors import DocumentsLost, ReadingImpossible
from jixiao.build.checks import NotPublished
from jixiao.build.database import WarehouseHeld
from jixiao.build.disk import DiskFull
from jixiao.build.run import NotAWarehouse, NothingReadable, Outcome, Progress, build
from jixiao.build.workplace import BuildRunning, NotShown, NotWritable
from jixiao.commands.language import speaks_chinese, why_rejected
from jixiao.commands.terminal import NOT_PUBLISHED, fail, progress_bar, say, say_counts


def publish(documents: Path, warehouse: Path, accept_loss: bool) -> None:
    """Build and publish a warehouse and say what was done; ends the process where it is not."""
    with progress_bar() as bar:
        try:
            progress = Progress(say, _reading_bar(bar), _building_bar(bar))
            outcome = build(documents, warehouse, progress, accept_loss)
        except (
            FileNotFoundError,
            ManifestError,
            BuildRunning,
            NotAWarehouse,
            NotShown,
            NotWritable,
            NothingReadable,
            ReadingImpossible,
            WarehouseHeld,
        ) as error:
            fail(str(error))
        except OSError as error:
            fail(f"{error.filename or documents}: {error.strerror or error}")
        except (NotPublished, DocumentsLost, DiskFull) as error:
            fail(f"not published, the warehouse stays as it was: {error}", NOT_PUBLISHED)
        except duckdb.Error as error:
            reason = str(error).partition("\n")[0]
            fail(f"not published, the warehouse stays as it was: DuckDB: {reason}", NOT_PUBLISHED)
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
        say(f"{'隔离' if speaks_chinese() else 'quarantined'} {row.file_name}: {why_rejected(rejection(row))}")
    say_counts(_summary(outcome, warehouse))


def _summary(outcome: Outcome, warehouse: Path) -> str:
    if outcome.published:
        return (
            f"published {warehouse.name}: {outcome.landed} documents read of {outcome.delivered} delivered, "
            f"{outcome.superseded} superseded, {len(outcome.quarantined)} quarantined; "
            f"{outcome.expectations} expectations met"
        )
    if outcome.written_again:
        what = " and ".join(outcome.written_again)
        return f"no new document in {outcome.delivered}; {what} of {warehouse.name} lacked and is written again"
    return f"nothing new in {outcome.delivered} documents; {warehouse.name} is up to date"
