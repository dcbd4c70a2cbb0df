"""The folder in which a warehouse is built, and the one step that publishes it.

Readers never see the file that is being built: it lies in ``.build`` beside the published one, under the same name
(views carry the name of their file), and replaces it by one rename. The file published before is kept to build on.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import duckdb

from jixiao.build import spare


class BuildRunning(RuntimeError):
    """Another build of the same warehouse is running."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """The paths of one build."""

    published: Path
    folder: Path

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

    What a killed build left is removed. Raises BuildRunning.
    """
    published = published.resolve()
    place = Workplace(published, published.parent / ".build" / published.stem)
    place.folder.mkdir(parents=True, exist_ok=True)
    with (place.folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildRunning(f"another build of {published.name} is running") from error
        _remove(place.database, place.failed)
        if published.exists():
            _settle(published)
        yield place
        _remove(place.database, place.failed)


def prepare(place: Workplace) -> Base:
    """Put the file to build on into the workplace, with all that the published one holds landed; none where none is."""
    if not place.published.exists():
        return Base()
    is_as_published = spare.is_as_published(place.published, place.spare)
    built_batch = spare.take(place.published, place.spare, place.database)
    if built_batch is None:
        start_anew(place)
    return Base(built_batch, is_as_published)


def start_anew(place: Workplace) -> None:
    """Put a copy of the published file into the workplace; none where none is."""
    _remove(place.database)
    if place.published.exists():
        shutil.copyfile(place.published, place.database)


def set_aside(place: Workplace) -> None:
    """Move the built file out of the way, to ``failed``. It must be closed."""
    _settle(place.database)
    os.replace(place.database, place.failed)


def publish(place: Workplace) -> None:
    """Replace the published warehouse by the built one in one step. The built file must be closed."""
    _settle(place.database)
    _flush(place.database)
    if place.published.exists():
        spare.keep(place.published, place.spare)
    os.replace(place.database, place.published)
    _flush(place.published.parent)
    spare.mark(place.published, place.spare)


def _settle(database: Path) -> None:
    """Write what is left in the write-ahead log into the file; a stale log beside a replaced file would break it."""
    if _log(database).exists():
        duckdb.connect(str(database)).close()


def _log(database: Path) -> Path:
    return database.with_name(database.name + ".wal")


def _remove(*databases: Path) -> None:
    for database in databases:
        database.unlink(missing_ok=True)
        _log(database).unlink(missing_ok=True)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
