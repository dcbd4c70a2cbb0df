"""The folder in which a warehouse is built, and the one step that publishes it.

Readers never see the file that is being built: it lies in ``.build`` beside the published one, under the same name
(views carry the name of their file), and replaces it by one rename. The file published before is kept to build on.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import duckdb

from ingest.landing import tables as landing
from jixiao.build import spare
from jixiao.build.database import check_log, flush, open_unlogged, remove, settle
from jixiao.build.disk import full_disk


class BuildRunning(RuntimeError):
    """Another build of the same warehouse is running."""


class NotWritable(RuntimeError):
    """The folder of the warehouse cannot be written; the message says what to do."""


class NotShown(RuntimeError):
    """The warehouse is published, but report or dashboard could not be put in place."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """The paths of one build, and the connection to the file being built."""

    published: Path
    folder: Path
    _opened: list[duckdb.DuckDBPyConnection] = field(default_factory=list, init=False, repr=False, compare=False)

    def open(self) -> duckdb.DuckDBPyConnection:
        """The file being built, which stays open: to open a file is to read its catalogue, to close it to write it."""
        if not self._opened:
            self._opened.append(open_unlogged(self.database))
        return self._opened[0]

    def write(self) -> None:
        """Write what was built into the file where it is open. Raises duckdb.Error."""
        for connection in self._opened:
            connection.execute("checkpoint")

    def close(self) -> None:
        """Write what was built into the file where it is open, and close it for others. Raises duckdb.Error."""
        self.write()
        self.release()

    def release(self) -> None:
        """Close the file being built where it is open; what was not written may be lost."""
        while self._opened:
            self._opened.pop().close()

    def drop(self) -> None:
        """Remove the file being built."""
        self.release()
        remove(self.database)

    @property
    def database(self) -> Path:
        """The file being built."""
        return self.folder / self.published.name

    @property
    def spare(self) -> Path:
        """The file published before the last one."""
        return self.folder / "spare.duckdb"

    @property
    def failed(self) -> Path:
        """A built file that failed a check, kept for the rows landed in it."""
        return self.folder / "failed.duckdb"

    @property
    def digests(self) -> Path:
        """Digests of the files delivered before."""
        return self.folder / "digests.json"

    @property
    def report(self) -> Path:
        """The report of the validation, before it is published."""
        return self.folder / "validation.html"

    @property
    def site(self) -> Path:
        """The dashboard, before it is published."""
        return self.folder / "dashboard"

    @property
    def published_report(self) -> Path:
        """The report beside the published warehouse."""
        return self.published.with_name("validation.html")

    @property
    def dashboard(self) -> Path:
        """The dashboard beside the published warehouse."""
        return self.published.with_name("dashboard")

    @property
    def dbt_target(self) -> Path:
        """Where dbt keeps what it compiled."""
        return self.folder / "target"


class Base(NamedTuple):
    """The file to build on: the last batch that its models were built for, where that is not the last one landed; and
    whether it is as it was published."""

    built_batch: int | None = None
    is_as_published: bool = False


@contextmanager
def open_workplace(published: Path) -> Iterator[Workplace]:
    """The workplace of ``published``, held by this process alone; `prepare` puts the file to build on into it.

    What a killed build left is removed, and what this one leaves. Raises BuildRunning, NotWritable, and DiskFull in
    the place of whatever a full disk raised.
    """
    published = published.resolve()
    place = Workplace(published, published.parent / ".build" / published.stem)
    with _locked(place):
        try:
            _clear(place)
            yield place
        except NotShown:
            raise
        except Exception as error:
            if full := full_disk(error, published.parent):
                raise full from error
            raise
        finally:
            _clear(place)


@contextmanager
def _locked(place: Workplace) -> Iterator[None]:
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
        lock = (place.folder / "lock").open("w")
    except OSError as error:
        advice = "make the folder writable or name another file with --warehouse"
        raise NotWritable(f"{place.folder} cannot be written ({error.strerror}): {advice}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildRunning(f"another build of {place.published.name} is running") from error
        yield


def _clear(place: Workplace) -> None:
    place.drop()
    remove(place.failed)
    shutil.rmtree(place.site, ignore_errors=True)


def prepare(place: Workplace) -> Base:
    """Put the file to build on into the workplace, with all that the published one holds landed, open for landing.

    Raises duckdb.Error where the published file is no warehouse of this version.
    """
    is_as_published = spare.is_as_published(place.published, place.spare)
    built_batch = _caught_up(place)
    if built_batch is None:
        start_anew(place)
    return Base(built_batch, is_as_published)


def _caught_up(place: Workplace) -> int | None:
    """The last batch that the models of the spare file hold, now the file to build on; None where there is none."""
    if not spare.take(place.published, place.spare, place.database):
        return None
    try:
        landing.prepare(connection := place.open())
        return spare.catch_up(connection, place.published)
    except duckdb.Error:  # a reader has it open, or its landing has another shape
        return None


def start_anew(place: Workplace) -> None:
    """Put a copy of the published file into the workplace, a new one where none is, open for landing."""
    place.drop()
    if place.published.exists():
        shutil.copyfile(place.published, place.database)
    landing.prepare(place.open())


def set_aside(place: Workplace) -> None:
    """Move the built file out of the way, to ``failed``."""
    place.close()
    settle(place.database)
    os.replace(place.database, place.failed)


def publish(place: Workplace) -> None:
    """Replace the published warehouse by the built one in one step. The built file must be closed and complete.

    Raises Incomplete where a log lies beside either: it would be taken for that of the new file.
    """
    check_log(place.database)
    flush(place.database)
    flush(place.folder)
    if place.published.exists():
        spare.keep(place.published, place.spare)
    check_log(place.published)
    os.replace(place.database, place.published)
    flush(place.published.parent)
    spare.mark(place.published, place.spare)
