"""The process that reads: each chunk of documents in a fork of its own, which the kernel ends at its limits.

Run by `ingest.sandbox.guard`. A request comes in on standard input, a line goes out on standard output: how the fork
ended and how many documents it had begun. This process itself never touches a document, so that none can end it.
"""

import gc
import json
import mmap
import os
import pickle
import resource
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from ingest.delivery.folder import Delivered, lost, quarantined
from ingest.delivery.manifest import ManifestEntry
from ingest.errors import DocumentRejected
from ingest.landing.batch import batch, write_batch
from ingest.rows import QuarantineRow, Reading
from ingest.version import parser_version
from ingest.vocabulary import VOCABULARIES, vocabulary

Reader = Callable[[bytes, str, ManifestEntry | None], Reading]

UNFIT = 2
OUT_OF_MEMORY = 3
NOT_WRITTEN = 4
"""Exit statuses of a fork: a value fits no column; the limit of memory was met; the result could not be written."""


class Limits(NamedTuple):
    """What one document may take: seconds of CPU, and the bytes of address space of the process that reads it."""

    cpu_seconds: float
    memory_bytes: int


_WAITING = 5
"""A document may wait (a loaded machine, a slow disk) for this many times its seconds of CPU."""


@dataclass(frozen=True, slots=True)
class Request:
    """A chunk to read, and the file its batch goes to."""

    documents: Sequence[Delivered]
    result: Path


def main() -> None:
    """Serve requests until standard input ends. Arguments: the reader (module:function) and the limits.

    What the reader's module has to ``prepare`` is done once, before the first fork.
    """
    module, _, name = sys.argv[1].partition(":")
    reader: Reader = getattr(import_module(module), name)
    prepare: Callable[[], None] | None = getattr(import_module(module), "prepare", None)
    limits = Limits(float(sys.argv[2]), int(sys.argv[3]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    begun = mmap.mmap(-1, 8)  # shared with the fork, so that it outlives it
    parser_version()
    for vocabulary_name in VOCABULARIES:
        vocabulary(vocabulary_name)
    if prepare is not None:
        prepare()
    gc.freeze()
    _reply({"ready": True})
    with suppress(EOFError):
        while True:
            _reply(_run(pickle.load(sys.stdin.buffer), reader, limits, begun))


def _reply(words: dict[str, int]) -> None:
    print(json.dumps(words), flush=True)


def _run(request: Request, reader: Reader, limits: Limits, begun: mmap.mmap) -> dict[str, int]:
    """Read a chunk in a fork; gives its exit status (negative: the signal that ended it) and the documents begun."""
    begun[:] = bytes(8)
    fork = os.fork()
    if not fork:
        os._exit(_fork(request, reader, limits, begun))
    os.setpgid(fork, fork)
    try:
        _, status = os.waitpid(fork, 0)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(fork, signal.SIGKILL)  # and with it what it may have started
    return {"status": os.waitstatus_to_exitcode(status), "begun": int.from_bytes(begun[:], "little")}


def _fork(request: Request, reader: Reader, limits: Limits, begun: mmap.mmap) -> int:
    """What the fork does; gives its exit status."""
    os.setpgid(0, 0)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):  # a library's words about a document go to nobody's terminal
        os.dup2(nowhere, descriptor)
    tempfile.tempdir = str(request.result.parent)  # what a killed fork leaves there, the guard throws away
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        _read(request, reader, limits, begun)
    except MemoryError:
        return OUT_OF_MEMORY
    except OSError:
        return NOT_WRITTEN
    except Exception:
        return UNFIT
    return 0


def _read(request: Request, reader: Reader, limits: Limits, begun: mmap.mmap) -> None:
    readings: list[Reading] = []
    rejected: list[QuarantineRow] = []
    for number, document in enumerate(request.documents, start=1):
        begun[:] = number.to_bytes(8, "little")
        _allow(limits.cpu_seconds)
        try:
            readings.append(reader(document.data(), document.file_name, document.manifest))
        except DocumentRejected as rejection:
            rejected.append(quarantined(document, rejection))
        except MemoryError:
            raise
        except Exception as error:  # a mistake of ours must not cost the other documents
            rejected.append(quarantined(document, _failed(error)))
    _allow(limits.cpu_seconds)
    write_batch(request.result, batch(readings, rejected))


def _failed(error: Exception) -> DocumentRejected:
    if isinstance(error, OSError) and error.errno is not None:  # libraries also raise it without, for damaged bytes
        return lost(error)
    return DocumentRejected("internal_error", f"reading failed: {type(error).__name__}: {error}")


def _allow(cpu_seconds: float) -> None:
    """Let the kernel end this process after so much time from now, whatever code it is in then."""
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, _WAITING * cpu_seconds)
