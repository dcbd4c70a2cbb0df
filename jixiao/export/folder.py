"""The folder of an export: written beside its place and put there in one step, never over what is not ours."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jixiao.export.manifest import NAME


class PlaceTaken(RuntimeError):
    """The place holds something that is no export; nothing was written."""


@contextmanager
def replace_folder(place: Path) -> Iterator[Path]:
    """An empty folder to write into, which becomes ``place`` when the block ends well; an earlier export is replaced.

    Raises PlaceTaken, and OSError where the folder cannot be written.
    """
    place = place.resolve()
    if place.exists() and not _is_free(place):
        raise PlaceTaken(f"{place} holds files that are no export; name an empty or new folder with --to")
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.") as work:
        new, old = Path(work, "new"), Path(work, "old")
        new.mkdir()
        yield new
        if place.exists():
            os.replace(place, old)
        os.replace(new, place)
        shutil.rmtree(old, ignore_errors=True)


def _is_free(place: Path) -> bool:
    """True where the place is empty or holds exactly the files of an earlier export."""
    if not place.is_dir():
        return False
    held = {path.name for path in place.iterdir()}
    if NAME not in held:
        return not held
    try:
        listed = {file["name"] for file in json.loads((place / NAME).read_text(encoding="utf-8"))["files"]}
    except (ValueError, KeyError, TypeError):
        return False
    return held == listed | {NAME}
