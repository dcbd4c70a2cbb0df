"""The folder in which a warehouse is built, and the one step that publishes it.

Readers never see the file that is being built: it lies in ``.build`` beside the published one, under the same name
(views carry the name of their file), and replaces it by one rename.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb


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
    def dbt_target(self) -> Path:
        """Where dbt keeps what it compiled."""
        return self.folder / "target"


@contextmanager
def open_workplace(published: Path) -> Iterator[Workplace]:
    """The workplace of ``published``, held by this process alone, with a copy of the published file in it.

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
        _remove(place.database)
        if published.exists():
            _settle(published)
            shutil.copyfile(published, place.database)
        yield place
        _remove(place.database)


def publish(place: Workplace) -> None:
    """Replace the published warehouse by the built one in one step. The built file must be closed."""
    _settle(place.database)
    _flush(place.database)
    os.replace(place.database, place.published)
    _flush(place.published.parent)


def _settle(database: Path) -> None:
    """Write what is left in the write-ahead log into the file; a stale log beside a replaced file would break it."""
    if _log(database).exists():
        duckdb.connect(str(database)).close()


def _log(database: Path) -> Path:
    return database.with_name(database.name + ".wal")


def _remove(database: Path) -> None:
    for path in (database, _log(database)):
        path.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
