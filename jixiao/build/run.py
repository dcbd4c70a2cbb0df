"""The build: land what is new, build the models, validate, publish. One stage after the other, nothing reaches back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from expectations.record import record
from expectations.validation import Validation
from ingest.delivery.folder import Delivered, scan
from ingest.landing import tables as landing
from ingest.landing.supersede import find_superseded
from ingest.rows import BatchRow, QuarantineRow
from ingest.sandbox.workers import read_all
from ingest.version import parser_version
from jixiao.build.landed import holds_documents, is_built, known_quarantine, next_batch, next_document, unread
from jixiao.build.models import Started, build_models
from jixiao.build.workplace import Workplace, open_workplace, prepare, publish
from jixiao.dashboard.pictures import pictured, publish_pictures, write_pictures
from jixiao.dashboard.site import publish_site, write_site
from jixiao.dbt import DbtFailed
from jixiao.memory import memory_limit
from jixiao.project import project_digest


class NothingReadable(RuntimeError):
    """No document of the folder can be read, and no warehouse exists to keep."""


class NotAWarehouse(RuntimeError):
    """The file to build on is no DuckDB file, or one of another version."""


class NotPublished(RuntimeError):
    """A model or an expectation failed: the published warehouse stays as it was."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did. ``landed`` counts documents read now, ``delivered`` those in the folder."""

    published: bool
    delivered: int
    landed: int
    superseded: int
    quarantined: tuple[QuarantineRow, ...]
    expectations: int
    report: Path | None


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

    Raises FileNotFoundError, ManifestError, BuildRunning, NotAWarehouse, NothingReadable (bad usage) and NotPublished.
    """
    if not documents.is_dir():
        raise FileNotFoundError(f"{documents} is no folder")
    with open_workplace(warehouse) as place:
        delivered = scan(documents, place.digests)
        if not delivered:
            raise NothingReadable(f"{documents} holds no document")
        current = _current(place.published, delivered)
        if current is not None:
            return current
        base = prepare(place)
        with _open(place.database) as connection:
            kept = known_quarantine(connection, delivered)
            batch_id = next_batch(connection)
            built_batch = (base.built_batch or batch_id - 1) if is_built(connection) else 0
            valid_batch = built_batch if base.is_as_published else 0
            new = unread(connection, delivered, kept)
            landed, superseded, quarantined = _land(connection, batch_id, delivered, new, progress)
            quarantined = (*kept, *quarantined)
            if not holds_documents(connection):
                raise NothingReadable(_reasons(quarantined))
        validation = _validated(place, built_batch, valid_batch, progress, accept_loss)
        with duckdb.connect(str(place.database)) as connection:
            record(connection, validation, batch_id)
        report = _publish(place, built_batch, delivered, progress)
    return Outcome(True, len(delivered), landed, superseded, quarantined, len(validation.results), report)


def _current(published: Path, delivered: Sequence[Delivered]) -> Outcome | None:
    """What a build gives where the published warehouse holds every document already; None where there is work."""
    if not published.exists():
        return None
    try:
        with duckdb.connect(str(published), read_only=True) as connection:
            kept = known_quarantine(connection, delivered)
            if not is_built(connection) or unread(connection, delivered, kept):
                return None
    except duckdb.Error:  # no warehouse, or one of another version: for the build to tell
        return None
    return Outcome(False, len(delivered), 0, 0, kept, 0, None)


def _open(database: Path) -> duckdb.DuckDBPyConnection:
    """The warehouse being built, with schema landing in it. Raises NotAWarehouse."""
    try:
        return landing.open_landing(database)
    except duckdb.Error as error:
        raise NotAWarehouse(f"{database.name} is no warehouse that this version can go on with: {error}") from error


def _validated(
    place: Workplace, built_batch: int, valid_batch: int, progress: Progress, accept_loss: bool
) -> Validation:
    """Models of what is newer than ``built_batch``, expectations of what is newer than ``valid_batch``.

    Raises NotPublished.
    """
    progress.stage("building models")
    try:
        build_models(place, built_batch, progress.building)
    except DbtFailed as failed:
        raise NotPublished(f"dbt: {failed}") from failed
    progress.stage("validating")
    from expectations import report, run  # Great Expectations takes seconds to import

    validation = run.validate(place.database, built_batch=valid_batch, memory=memory_limit(), accept_loss=accept_loss)
    report.write(validation, place.report)
    if not validation.passed:
        is_loss = {failure.suite for failure in validation.failures} == {run.LOSS}
        accept = "\n  to publish it all the same: jixiao build --accept-loss" if is_loss else ""
        raise NotPublished(f"expectations failed (report: {place.report}):\n{validation.failures_told}{accept}")
    return validation


def _publish(place: Workplace, built_batch: int, delivered: Sequence[Delivered], progress: Progress) -> Path:
    """Write the dashboard and put warehouse, report and dashboard in the place of those before; gives the report."""
    progress.stage("writing the dashboard")
    site, dashboard = place.folder / "dashboard", place.published.with_name("dashboard")
    write_site(place.database, site, dashboard, built_batch)
    names, pages = pictured(place.database, dashboard)
    write_pictures(pages, delivered, site)
    publish(place)
    report = place.report.replace(place.published.with_name("validation.html"))
    publish_pictures(names, site, dashboard)
    publish_site(site, dashboard)
    return report


def _land(
    connection: duckdb.DuckDBPyConnection,
    batch_id: int,
    delivered: Sequence[Delivered],
    new: Sequence[Delivered],
    progress: Progress,
) -> tuple[int, int, tuple[QuarantineRow, ...]]:
    first = next_document(connection)
    read, quarantined = landing.land_all(connection, batch_id, first, read_all(new, progress.reading(new)))
    names = {document.file_name for document in delivered}
    superseded = find_superseded(connection, range(first, first + read), names)
    done = BatchRow(project_digest(), parser_version(), len(delivered), read, len(quarantined))
    landing.land_rows(connection, batch_id, [*superseded, done])
    return read, len(superseded), quarantined


def _reasons(quarantined: Sequence[QuarantineRow]) -> str:
    return "no document can be read:\n" + "\n".join(f"  {row.file_name}: {row.message}" for row in quarantined)
