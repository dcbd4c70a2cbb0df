"""Reading documents sandboxed: in a forked process with limits, so that no document can end the process that asks.

The documents of a chunk are read together in a fork with limits. Where the fork dies, the chunk is parted into what
came before the document it died at, that document, and what came behind; a document that makes a fork of its own die is
quarantined. So a verdict never depends on a document's neighbours.
"""

import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import NamedTuple

from ingest.delivery.folder import Delivered, account_for, quarantined
from ingest.errors import AGAIN, DocumentRejected, ReadingImpossible
from ingest.landing.batch import Batch, batch, read_batch
from ingest.sandbox.child import NOT_WRITTEN, OUT_OF_MEMORY, Limits, Request

LIMITS = Limits(cpu_seconds=300, memory_bytes=4 * 1024**3)
"""What a document may take: a scan of a hundred pages is recognised within it, a hang or a bomb ends soon enough."""
READER = "ingest.pipeline:read"

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "JE_ARROW_MALLOC_CONF": "background_thread:false"}
"""Environment of a process that forks: NumPy and Arrow start no threads in it, whose locks a fork would never get."""

_OUT_OF_TIME = (-signal.SIGPROF, -signal.SIGALRM)
_KILLED_FOR_MEMORY = (OUT_OF_MEMORY, -signal.SIGKILL)
_OWN = (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGSYS, signal.SIGTRAP)
"""Signals that a process gets for what it does itself."""
_GONE = -signal.SIGTERM
"""The status of a fork whose parent is gone. That process touches no document: none of them ended it."""


class _End(NamedTuple):
    """How a fork ended: its exit status (negative: a signal) and how many documents it had begun."""

    status: int
    begun: int


class Guard:
    """A process that reads documents for this one; a context manager. Not for two threads at once.

    ``reader`` is the function that reads one, as module:function; it gets bytes, name and manifest entry.
    """

    def __init__(self, limits: Limits = LIMITS, reader: str = READER) -> None:
        self._folder = TemporaryDirectory(prefix="jixiao-")
        self._result = Path(self._folder.name) / "batch.arrow"
        self._command = [sys.executable, "-P", "-m", "ingest.sandbox", reader, *map(str, limits)]
        self._limits = limits
        self._is_open = True
        self._process = self._start()
        self._is_ready = False

    def __enter__(self) -> "Guard":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, at once even where it is reading."""
        self._is_open = False
        self._process.terminate()
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):
            self._process.stdin.close()  # the signal alone may come just before it waits for a request
        self._process.wait()
        self._folder.cleanup()

    def read(self, documents: Sequence[Delivered]) -> Iterator[Batch]:
        """Read documents; gives them in order, in one batch or more. Raises ReadingImpossible and DocumentsLost."""
        if not documents:
            return
        status, begun = self._run(documents)
        if status == 0 and self._result.exists():
            done = read_batch(self._result)
            account_for(documents, done.reading_identities)
            yield done
        elif status == NOT_WRITTEN:
            raise ReadingImpossible(f"what was read cannot be written to {self._result.parent}")
        elif len(documents) == 1:
            yield batch((), [quarantined(documents[0], self._rejection(status))])
        else:
            suspect = max(begun, 1) - 1
            yield from self.read(documents[:suspect])
            yield from self.read(documents[suspect : suspect + 1])
            yield from self.read(documents[suspect + 1 :])

    def _start(self) -> subprocess.Popen[bytes]:
        paths = os.pathsep.join(path for path in sys.path if path)
        environment = {**os.environ, **ONE_THREAD, "PYTHONPATH": paths}
        return subprocess.Popen(self._command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def _run(self, documents: Sequence[Delivered]) -> _End:
        """Have documents read in a fork; a reading process that is gone is as a fork that died before the first."""
        if self._is_open and self._process.poll() is not None:
            self._process, self._is_ready = self._start(), False
        if not self._is_ready and self._answer() is None:
            raise ReadingImpossible(f"the reading process ended with status {self._process.wait()}")
        self._is_ready = True
        assert self._process.stdin is not None
        self._result.unlink(missing_ok=True)
        with suppress(BrokenPipeError):
            pickle.dump(Request(documents, self._result), self._process.stdin)
            self._process.stdin.flush()
        answer = self._answer()
        if answer is None and not self._is_open:
            raise ReadingImpossible("reading was stopped")
        if answer is None:
            self._process.wait()
        return _End(**answer) if answer else _End(_GONE, 0)

    def _answer(self) -> dict[str, int] | None:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        found: dict[str, int] | None = json.loads(line) if line else None
        return found

    def _rejection(self, status: int) -> DocumentRejected:
        if status in _OUT_OF_TIME:
            seconds = self._limits.cpu_seconds
            message = f"reading took too long (limit: {seconds} seconds of computing)"
            return DocumentRejected("timeout", f"{message}; {AGAIN}")
        if status in _KILLED_FOR_MEMORY:
            megabytes = self._limits.memory_bytes // 1024**2
            return DocumentRejected("memory", f"reading took too much memory (limit: {megabytes} MB); {AGAIN}")
        if status < 0 and -status not in _OWN:
            return DocumentRejected("killed", f"reading was ended from outside; {AGAIN}")
        how = signal.Signals(-status).name if status < 0 else f"status {status}"
        return DocumentRejected("crashed", f"reading ended the process that read it ({how})")
