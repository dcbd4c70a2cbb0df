"""Work on one file side by side: of little work a thread for each piece serves better than all threads for one."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from graphlib import TopologicalSorter
from queue import SimpleQueue
from typing import TypeVar

import duckdb

_FEW = 1000
"""Documents up to which more threads only double the work of so many small statements."""

Connection = duckdb.DuckDBPyConnection
Piece = TypeVar("Piece")
Found = TypeVar("Found")


@contextmanager
def connections(connection: Connection, documents: int) -> Iterator[list[Connection]]:
    """The connections to work with for so many documents: for few one a core, else the one given, of all threads."""
    if documents > _FEW:
        connection.execute("reset threads")
        yield [connection]
        return
    connection.execute("set threads = 1")
    ((name,),) = connection.execute("select current_database()").fetchall()
    others = [connection.cursor() for _ in range(len(os.sched_getaffinity(0)) - 1)]
    try:
        yield [connection, *(other.execute(f'use "{name}"') for other in others)]
    finally:
        for other in others:
            other.close()


def each(
    connections: Sequence[Connection],
    work: Callable[[Connection, Piece], Found],
    pieces: Sequence[Piece],
    after: Mapping[Piece, Collection[Piece]] | None = None,
) -> list[Found]:
    """What ``work`` gives for each of ``pieces``, which are in an order in which they can be worked on one by one.

    Side by side a piece waits for those that it comes ``after``. Raises what the work on one of them raises, once no
    other is being worked on.
    """
    if len(connections) == 1:  # by this thread: Ctrl-C ends a statement that takes long
        return [work(connections[0], piece) for piece in pieces]
    after = after or {}
    followers = _followers(pieces, after)
    free: SimpleQueue[Connection] = SimpleQueue()
    for connection in connections:
        free.put(connection)

    def worked(piece: Piece) -> Found:
        connection = free.get()
        try:
            return work(connection, piece)
        finally:
            free.put(connection)

    waiting = TopologicalSorter({piece: after.get(piece, ()) for piece in pieces})
    waiting.prepare()
    ready: list[Piece] = []
    running: dict[Future[Found], Piece] = {}
    found: dict[Piece, Found] = {}
    with ThreadPoolExecutor(len(connections)) as threads:
        while waiting.is_active():
            ready = sorted([*ready, *waiting.get_ready()], key=lambda piece: -followers[piece])
            while ready and len(running) < len(connections):
                piece = ready.pop(0)
                running[threads.submit(worked, piece)] = piece
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                piece = running.pop(future)
                found[piece] = future.result()
                waiting.done(piece)
    return [found[piece] for piece in pieces]


def _followers(pieces: Sequence[Piece], after: Mapping[Piece, Collection[Piece]]) -> dict[Piece, int]:
    """The length of the longest chain of pieces behind each: what most depends on is to be done first."""
    followers = dict.fromkeys(pieces, 0)
    for piece in reversed(pieces):
        for earlier in after.get(piece, ()):
            followers[earlier] = max(followers[earlier], 1 + followers[piece])
    return followers
