"""A delivery read by several guarded processes: in chunks, given back in delivery order, never all at once."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue

from ingest.delivery.folder import Delivered, rejection
from ingest.landing.batch import Batch
from ingest.rows import Reading
from ingest.sandbox.child import Limits
from ingest.sandbox.guard import LIMITS, READER, Guard

MOST_DOCUMENTS = 128
MOST_BYTES = 4 * 1024**2
"""A chunk: enough documents that a fork (20 ms with its first reading) hardly shows, few enough to hold their rows."""

_AHEAD = 2
"""Chunks a worker that are read or wait to be landed: bounds what is held, and no worker waits for the landing."""


def read_all(
    documents: Sequence[Delivered],
    on_read: Callable[[Delivered], None] = lambda _: None,
    workers: int | None = None,
    limits: Limits = LIMITS,
    reader: str = READER,
    started: Guard | None = None,
) -> Iterator[Batch]:
    """Read documents; gives them in order, batch by batch, whatever the number of workers (None: one a CPU).

    ``on_read`` is called for each document before its batch is given. ``started`` is the first process, where one was
    started before; it is closed in the end, as are the others. Raises ReadingImpossible.
    """
    pieces = list(chunks(documents, MOST_DOCUMENTS, MOST_BYTES))
    count = min(workers or len(os.sched_getaffinity(0)), len(pieces))
    with ExitStack() as stack:
        free: SimpleQueue[Guard] = SimpleQueue()
        threads = ThreadPoolExecutor(max(count, 1))
        stack.callback(threads.shutdown, cancel_futures=True)
        for number in range(count):
            guard = started if started and number == 0 else Guard(limits, reader)
            free.put(stack.enter_context(guard))
        stack.callback(threads.shutdown, wait=False, cancel_futures=True)
        pending: deque[tuple[Sequence[Delivered], Future[list[Batch]]]] = deque()
        for chunk in pieces:
            if len(pending) == _AHEAD * count:
                yield from _finish(*pending.popleft(), on_read)
            pending.append((chunk, threads.submit(_read, free, chunk)))
        while pending:
            yield from _finish(*pending.popleft(), on_read)


def read_one(document: Delivered) -> Reading:
    """Read one document in a sandboxed process. Raises DocumentRejected and ReadingImpossible."""
    (batch,) = read_all([document])
    if batch.quarantined:
        raise rejection(batch.quarantined[0])
    return batch.readings()[0]


def _read(free: "SimpleQueue[Guard]", chunk: Sequence[Delivered]) -> list[Batch]:
    guard = free.get()
    try:
        return list(guard.read(chunk))
    finally:
        free.put(guard)


def _finish(
    chunk: Sequence[Delivered], read: "Future[list[Batch]]", on_read: Callable[[Delivered], None]
) -> Iterator[Batch]:
    batches = read.result()
    for document in chunk:
        on_read(document)
    yield from batches


def _size(document: Delivered) -> int:
    if document.rejected is not None:
        return 0
    try:
        return document.path.stat().st_size
    except OSError:  # for the process that reads it to tell
        return 0


def chunks(documents: Sequence[Delivered], most_documents: int, most_bytes: int) -> Iterator[list[Delivered]]:
    """The documents in pieces of at most so many documents and, unless one alone is larger, bytes."""
    chunk: list[Delivered] = []
    size = 0
    for document in documents:
        own = _size(document)
        if chunk and (len(chunk) == most_documents or size + own > most_bytes):
            yield chunk
            chunk, size = [], 0
        chunk.append(document)
        size += own
    if chunk:
        yield chunk
