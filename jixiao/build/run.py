"""The build: land what is new, build the models, validate, publish. One stage after the other, nothing reaches back."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import duckdb

from expectations.record import record
from expectations.report import write as write_report
from ingest.delivery.folder import Delivered, scan
from ingest.landing import tables as landing
from ingest.landing.batch import Batch as ReadBatch
from ingest.rows import QuarantineRow
from ingest.sandbox.guard import Guard
from ingest.sandbox.workers import read_all
from ingest.vocabulary.messages import in_chinese
from jixiao.build.checks import Checks, NotPublished
from jixiao.build.database import Contents, Incomplete, contents, open_published, require, settle
from jixiao.build.landed import (
    check_all_landed,
    close_batch,
    holds_documents,
    is_built,
    known_quarantine,
    next_batch,
    next_document,
    unread,
)
from jixiao.build.plan.statements import Started
from jixiao.build.publication import mark_report, publish_dashboard, publish_report, write_lacking
from jixiao.build.refusal import Batch, Built, Search
from jixiao.build.workplace import Base, Workplace, open_workplace, prepare, publish
from jixiao.connections import beside
from jixiao.dashboard.pictures import pictured, write_pictures
from jixiao.dashboard.site import write_site_of
from jixiao.dashboard.tables import for_queries
from jixiao.plain import plain


class NothingReadable(RuntimeError):
    """No document of the folder can be read, and no warehouse exists to keep."""


class NotAWarehouse(RuntimeError):
    """The file to build on is no DuckDB file, or one of another version."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did. ``landed`` counts documents read now, ``delivered`` those in the folder.

    ``written_again`` names what lacked beside a warehouse that holds every document.
    """

    published: bool
    delivered: int
    landed: int
    superseded: int
    quarantined: tuple[QuarantineRow, ...]
    expectations: int
    report: Path | None
    written_again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How a build tells what it is doing: ``stage`` a line, ``reading`` called with the count and after each file,
    ``building`` with the number of the model being built and the count of all."""

    stage: Callable[[str], None]
    reading: Callable[[Sequence[Delivered]], Callable[[Delivered], None]]
    building: Started = lambda index, total: None


def build(documents: Path, warehouse: Path, progress: Progress, accept_loss: bool = False) -> Outcome:
    """Build ``warehouse`` from the documents of a folder; incremental where it exists.

    ``accept_loss`` publishes a warehouse of which the suite ``losses`` says that it holds less than the one before.

    Raises FileNotFoundError, ManifestError, BuildRunning, NotWritable, WarehouseHeld, NotAWarehouse, NothingReadable
    (bad usage), DocumentsLost, NotPublished, DiskFull (the published warehouse stays as it was), NotShown, and OSError.
    """
    if not documents.is_dir():
        raise FileNotFoundError(f"{documents} is no folder")
    with open_workplace(warehouse) as place:
        delivered = _delivered(documents, place)
        if not delivered:
            raise NothingReadable(f"{documents} holds no document")
        with ExitStack() as reading:  # its process starts while the file to build on is put in place, or before
            is_news = any(document.is_unseen for document in delivered)
            reader = reading.enter_context(Guard()) if is_news else None
            current = _current(place, delivered, progress)
            if current is not None:
                return current
            reader = reader or reading.enter_context(Guard())
            base = _prepared(place)
            connection = place.open()
            kept = known_quarantine(connection, delivered)
            batch_id = next_batch(connection)
            built_batch = (base.built_batch or batch_id - 1) if is_built(connection) else 0
            valid_batch = built_batch if base.is_as_published else 0
            new = unread(connection, delivered, kept)
            batches = read_all(new, progress.reading(new), started=reader)
            landed, superseded, quarantined = _land(connection, batch_id, delivered, batches)
            check_all_landed(connection, delivered, kept, batch_id)
            if not holds_documents(connection):
                raise NothingReadable(_reasons((*kept, *quarantined)))
        batch = Batch(batch_id, delivered, quarantined)
        checks = Checks(place, progress.building, accept_loss)
        try:
            validation = checks.run(built_batch, valid_batch, progress.stage)
            built = Built(validation, built_batch, landed, superseded)
        except NotPublished as failed:
            built = _without_guilty(checks, batch, base, failed, progress)
        write_report(built.validation, place.report, in_chinese)
        record(place.open(), built.validation, batch_id)
        validated = contents(place.open())
        report = _publish(place, validated, built.built_batch, delivered, progress)
    rejected = (*kept, *quarantined, *built.refused)
    found = len(built.validation.results)
    return Outcome(True, len(delivered), built.landed, built.superseded, rejected, found, report)


def _delivered(documents: Path, place: Workplace) -> list[Delivered]:
    """The documents of a folder. Where the warehouse stands among them, what builds put there is none."""
    delivered = scan(documents, place.digests)
    root, home = documents.resolve(), place.published.parent.resolve()
    if not home.is_relative_to(root):
        return delivered
    written = [
        home.relative_to(root) / path.name for path in (place.published, place.published_report, place.dashboard)
    ]
    return [one for one in delivered if not any(map(Path(one.file_name).is_relative_to, written))]


def _current(place: Workplace, delivered: Sequence[Delivered], progress: Progress) -> Outcome | None:
    """What a build gives where the published warehouse holds every document already; None where there is work.

    What is not of its generation is written again. Raises NotShown.
    """
    published = open_published(place.published) if place.published.exists() else None
    if published is None:
        return None
    with published:
        try:
            kept = known_quarantine(published, delivered)
            if not is_built(published) or unread(published, delivered, kept):
                return None
            check_all_landed(published, delivered, kept)
        except duckdb.Error:  # a warehouse of another version: for the build to tell
            return None
        written_again = write_lacking(place, delivered, progress.stage)
    return Outcome(False, len(delivered), 0, 0, kept, 0, None, written_again)


def _prepared(place: Workplace) -> Base:
    """Put the warehouse being built into its place, with schema landing in it. Raises NotAWarehouse."""
    try:
        return prepare(place)
    except duckdb.Error as error:
        name = place.database.name
        raise NotAWarehouse(f"{name} is no warehouse that this version can go on with: {error}") from error


def _without_guilty(checks: Checks, batch: Batch, base: Base, failed: NotPublished, progress: Progress) -> Built:
    """The warehouse without the documents with which a check fails. Raises NotPublished where none is the cause."""
    progress.stage("a check fails: looking for the documents that are the cause")
    try:
        return Search(checks, batch, base.is_as_published).built_without_guilty(failed)
    except NotPublished as error:
        if error.validation is not None:
            write_report(error.validation, checks.place.report, in_chinese)
        raise


def _publish(
    place: Workplace, validated: Contents, built_batch: int, delivered: Sequence[Delivered], progress: Progress
) -> Path:
    """Publish the built file if it holds what was ``validated``, then its report and dashboard; gives the report.

    Raises NotPublished, and NotShown where report or dashboard cannot be put in place.
    """
    try:
        progress.stage("writing the dashboard")
        with ThreadPoolExecutor(1) as beside_it, for_queries(beside(place.open())) as connection:
            written = beside_it.submit(place.write)
            write_site_of(connection, place.site, place.dashboard, built_batch)
            written.result()
        place.release()
        settle(place.database)
        with duckdb.connect(str(place.database), read_only=True):  # held open: to open a file is to read its catalogue
            require(place.database, validated)
            mark_report(place.report, place.database)
            names, pages = pictured(place.database, place.dashboard)
        write_pictures(pages, delivered, place.site)
        publish(place)
    except (Incomplete, duckdb.Error) as error:
        raise NotPublished(f"{error}".partition("\n")[0]) from error
    report = publish_report(place)
    publish_dashboard(place, names)
    return report


def _land(
    connection: duckdb.DuckDBPyConnection,
    batch_id: int,
    delivered: Sequence[Delivered],
    batches: Iterable[ReadBatch],
) -> tuple[int, int, tuple[QuarantineRow, ...]]:
    first = next_document(connection)
    read, quarantined = landing.land_all(connection, batch_id, first, batches)
    superseded = close_batch(connection, batch_id, range(first, first + read), delivered, len(quarantined))
    return read, superseded, quarantined


def _reasons(quarantined: Sequence[QuarantineRow]) -> str:
    return "no document can be read:\n" + "\n".join(f"  {plain(row.file_name)}: {row.message}" for row in quarantined)
