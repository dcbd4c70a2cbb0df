"""A full disk, by whatever library it is met: the system says it in fixed words, and every library hands them on."""

import errno
import os
from pathlib import Path

_WORDS = tuple(map(os.strerror, (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)))


class DiskFull(RuntimeError):
    """A file could not be written for want of space; the message says what to do."""


def full_disk(error: BaseException, folder: Path) -> DiskFull | None:
    """What to raise in the place of an ``error`` that a full disk made, while ``folder`` was written."""
    words = next((words for words in _WORDS if words in str(error)), None)
    return DiskFull(f"{words}: free space in {folder} and build again") if words else None
