"""Programs of the system that read what was delivered: run confined, in a folder that is thrown away."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.errors import AGAIN, DocumentRejected
from ingest.readers.office import confine

NOT_INSTALLED = "office_not_installed"
"""The code of a rejection for want of the extra: such a document is read again once it is there."""

_WAITING = 5
"""A program may wait (a loaded machine, a slow disk) for this many times its seconds of CPU."""
_LONGEST_WORD = 2000


class Limits(NamedTuple):
    """What a program may take: seconds of CPU, bytes of address space, bytes of each file that it writes."""

    cpu_seconds: int
    memory_bytes: int
    file_bytes: int


class Ended(NamedTuple):
    """How a program ended: its exit status (negative: a signal), and what it said of errors."""

    status: int
    words: str


def run(command: Sequence[str], folder: Path, limits: Limits) -> Ended:
    """Run a program in ``folder``, without network. Raises DocumentRejected (``timeout``, ``too_large``)."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8"}
    begin = [sys.executable, "-I", "-S", confine.__file__, *map(str, limits)]
    said = folder / "said"
    with said.open("wb") as errors:
        try:
            status = subprocess.run(
                [*begin, *command],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                timeout=_WAITING * limits.cpu_seconds,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired as error:
            raise _too_long(command[0], limits) from error
    if status == -signal.SIGKILL:
        raise _too_long(command[0], limits)
    if status == -signal.SIGXFSZ:
        limit = f"at most {limits.file_bytes >> 20} MiB"
        raise DocumentRejected("too_large", "the file unpacks to more than is read", expected=limit)
    return Ended(status, said.read_bytes()[:_LONGEST_WORD].decode("utf-8", "replace"))


def _too_long(program: str, limits: Limits) -> DocumentRejected:
    name = Path(program).name
    message = f"{name} took too long over the file (limit: {limits.cpu_seconds} seconds of computing); {AGAIN}"
    return DocumentRejected("timeout", message)
