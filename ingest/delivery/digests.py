"""Digests of delivered files, kept from one delivery to the next.

A file whose size, times and number are those it had is not read again. Nobody can set the time of its last change, and
a file that changed just before it was looked at is not remembered: its next change could bear that time too.
"""

import json
import os
import re
import time
from pathlib import Path

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file system gives another time; the coarsest in use counts two seconds."""


_DIGEST = re.compile("[0-9a-f]{64}")


class Digests:
    """What is remembered in the file ``kept`` (None: nothing); files are known by their names."""

    def __init__(self, kept: Path | None = None) -> None:
        self._kept = kept
        self._settled = time.time_ns() - _SETTLED
        self._before = _read(kept)
        self._now: dict[str, list[int | str]] = {}

    def known(self, name: str, status: os.stat_result) -> str | None:
        """The digest of an unchanged file; None where it must be read."""
        before = self._before.get(name)
        if before is None or before[:-1] != _stamp(status):
            return None
        self._now[name] = before
        return str(before[-1])

    def remember(self, name: str, status: os.stat_result, digest: str) -> None:
        """Remember the digest of a file that was as ``status`` says before it was read."""
        if max(status.st_ctime_ns, status.st_mtime_ns) < self._settled:
            self._now[name] = [*_stamp(status), digest]

    def keep(self) -> None:
        """Write what was known or remembered of the files of this delivery. Raises OSError."""
        if self._kept is not None and self._now != self._before:
            unfinished = self._kept.with_suffix(".new")
            unfinished.write_text(json.dumps(self._now), encoding="ascii")
            os.replace(unfinished, self._kept)


def _stamp(status: os.stat_result) -> list[int | str]:
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_dev]


def _read(kept: Path | None) -> dict[str, list[int | str]]:
    """What is remembered in a file; nothing where it is damaged: then every file is read again."""
    if kept is None or not kept.exists():
        return {}
    try:
        read = json.loads(kept.read_bytes())
    except (ValueError, RecursionError):
        return {}
    is_whole = isinstance(read, dict) and all(map(_is_entry, read.values()))
    return read if is_whole else {}


def _is_entry(found: object) -> bool:
    match found:
        case [int(), int(), int(), int(), int(), str(digest)]:
            return _DIGEST.fullmatch(digest) is not None
        case _:
            return False
