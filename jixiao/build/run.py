"""The build: land what is new, build the models, validate, publish. One stage after the other, nothing reaches back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.delivery.folder import Delivered, scan
from ingest.landing import tables as landing
from ingest.landing.columns import columns
from ingest.landing.supersede import find_superseded
from ingest.readers.scan.reader import NOT_INSTALLED, is_installed
from ingest.rows import BatchRow, QuarantineRow
from ingest.sandbox.workers import read_all
from ingest.version import parser_version
from jixiao.memory import memory_limit
from jixiao.build.models import Started, build_models
from jixiao.build.workplace import Workplace, open_workplace, prepare, publish
from jixiao.dashboard.pictures import pictured, publish_pictures, write_pictures
from jixiao.dashboard.site import publish_site, write_site
from jixiao.dbt import DbtFailed
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


def build(documents: Path, warehouse: Path, progress: Progress) -> Outcome:
    """Build ``warehouse`` from the documents of a folder; incremental where it exists.

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
            built_batch = (base.built_batch or batch_id - 1) if _is_built(connection) else 0
            valid_batch = built_batch if base.is_as_published else 0
            new = unread(connection, delivered, kept)
            landed, superseded, quarantined = _land(connection, batch_id, delivered, new, progress)
            quarantined = (*kept, *quarantined)
            if not _holds_documents(connection):
                raise NothingReadable(_reasons(quarantined))
        report, expectations = _finish(place, batch_id, built_batch, valid_batch, delivered, progress)
    return Outcome(True, len(delivered), landed, superseded, quarantined, expectations, report)


def _current(published: Path, delivered: Sequence[Delivered]) -> Outcome | None:
    """What a build gives where the published warehouse holds every document already; None where there is work."""
    if not published.exists():
        return None
    try:
        with duckdb.connect(str(published), read_only=True) as connection:
            kept = known_quarantine(connection, delivered)
            if not _is_built(connection) or unread(connection, delivered, kept):
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


def _finish(
    place: Workplace,
    batch_id: int,
    built_batch: int,
    valid_batch: int,
    delivered: Sequence[Delivered],
    progress: Progress,
) -> tuple[Path, int]:
    """Models of what is newer than ``built_batch``, expectations of what is newer than ``valid_batch``, publication.

    Raises NotPublished.
    """
    progress.stage("building models")
    try:
        build_models(place, built_batch, progress.building)
    except DbtFailed as failed:
        raise NotPublished(f"dbt: {failed}") from failed
    progress.stage("validating")
    from expectations import report, run

    validation = run.validate(place.database, built_batch=valid_batch, memory=memory_limit())
    if not validation.passed:
        path = place.folder / "validation.html"
        report.write(validation, path)
        raise NotPublished(f"expectations failed (report: {path}):\n{validation.failures_told}")
    with duckdb.connect(str(place.database)) as connection:
        run.record(connection, validation, batch_id)
    path = place.published.with_name("validation.html")
    unpublished = place.folder / "validation.html"
    report.write(validation, unpublished)
    progress.stage("writing the dashboard")
    site, dashboard = place.folder / "dashboard", place.published.with_name("dashboard")
    write_site(place.database, site, dashboard, built_batch)
    names, pages = pictured(place.database, dashboard)
    write_pictures(pages, delivered, site)
    publish(place)
    unpublished.replace(path)
    publish_pictures(names, site, dashboard)
    publish_site(site, dashboard)
    return path, len(validation.results)


def unread(
    connection: duckdb.DuckDBPyConnection, delivered: Sequence[Delivered], quarantine: Sequence[QuarantineRow]
) -> list[Delivered]:
    """The delivered documents that no current reading or quarantine row of this parser covers."""
    known = set(
        connection.execute(
            """
            select sha256, parser_version, manifest_digest from landing.documents
            where document_id not in (select document_id from landing.supersessions)
            """
        ).fetchall()
    )
    known |= {(row.sha256, row.parser_version, row.manifest_digest) for row in quarantine}
    return [document for document in delivered if document.reading_identity not in known]


def known_quarantine(
    connection: duckdb.DuckDBPyConnection, delivered: Sequence[Delivered]
) -> tuple[QuarantineRow, ...]:
    """The rejections of delivered documents that still hold: not those for want of what is installed by now."""
    names = ", ".join(column.name for column in columns(QuarantineRow))
    rows = [QuarantineRow(*row) for row in connection.execute(f"select {names} from landing.quarantine").fetchall()]
    keys = {document.reading_identity for document in delivered}
    lacked = {NOT_INSTALLED} if is_installed() else set()
    return tuple(
        row for row in rows if (row.sha256, row.parser_version, row.manifest_digest) in keys and row.code not in lacked
    )


def _is_built(connection: duckdb.DuckDBPyConnection) -> bool:
    """True where the last batch was built by the same project and parser."""
    last = connection.execute(
        "select project_digest, parser_version from landing.batches order by batch_id desc limit 1"
    ).fetchall()
    return last == [(project_digest(), parser_version())]


def next_batch(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the batch to land."""
    return _number(connection, "select coalesce(max(batch_id), 0) + 1 from landing.batches")


def next_document(connection: duckdb.DuckDBPyConnection) -> int:
    """The id of the first document to land."""
    return _number(connection, "select coalesce(max(document_id), 0) + 1 from landing.documents")


def _holds_documents(connection: duckdb.DuckDBPyConnection) -> bool:
    return _number(connection, "select count(*) from landing.documents") > 0


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    ((value,),) = connection.execute(query).fetchall()
    return int(value)


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
