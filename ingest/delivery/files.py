"""Files below a folder of documents: which there are, which must not be opened, and opening the others."""

import errno
import os
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from ingest.errors import DocumentRejected

_NOTES = (".md",)

_KINDS = {
    stat.S_IFDIR: "a link to a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def is_note(name: str) -> bool:
    """True for a file that stands beside documents and is none."""
    return name.lower().endswith(_NOTES)


def files_below(folder: Path) -> Iterator[tuple[str, DocumentRejected | None]]:
    """What may be a document, by its path below ``folder``, and why it must not be opened, if there is a reason.

    Hidden files and folders, and notes are left out. A folder that cannot be listed is given by its path.
    """
    waiting = [""]
    while waiting:
        below = waiting.pop()
        try:
            with os.scandir(folder / below) as listed:
                entries = [entry for entry in listed if not entry.name.startswith(".")]
        except OSError as error:
            yield below or ".", unreadable(error)
            continue
        for entry in entries:
            name = f"{below}/{entry.name}" if below else entry.name
            if _is_folder(entry):
                waiting.append(name)
            elif not is_note(name):
                yield name, None if _is_plain(entry) else refusal(Path(entry.path), folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # a file in a folder that may be listed and no more
        return False


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """True for a regular file that is no link, as its folder tells."""
    try:
        return entry.is_file(follow_symlinks=False)
    except OSError:
        return False


def refusal(path: Path, folder: Path) -> DocumentRejected | None:
    """Why a file below ``folder`` must not be opened; None where it may be."""
    if os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        return DocumentRejected("outside", "a link that leads outside the documents folder is not followed")
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return unreadable(error)
    return None if stat.S_ISREG(mode) else _no_file(mode)


def _no_file(mode: int) -> DocumentRejected:
    found = _KINDS.get(stat.S_IFMT(mode), "something else")
    return DocumentRejected("no_file", "only regular files are read", expected="a regular file", found=found)


def unreadable(error: OSError) -> DocumentRejected:
    """The rejection of a file that cannot be opened or read."""
    return DocumentRejected("unreadable", f"the file cannot be read: {error.strerror or error}")


def open_file(path: str | Path) -> BufferedReader:
    """A regular file, open for reading. Raises OSError where it is none; never waits for a pipe's other end."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "it is no regular file")
    return os.fdopen(descriptor, "rb")
