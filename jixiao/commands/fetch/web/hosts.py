"""Whose turn it is: one request at a time a host, with a pause after each."""

import time
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

Task = TypeVar("Task")

LONGEST_PAUSE = 60.0
"""Seconds; a site that wants to be asked less often than so is asked so often."""


class Hosts(Generic[Task]):
    """What is still to ask, host by host; ``pause`` in seconds. Tasks of a host keep their order."""

    def __init__(
        self, pause: float, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._pause, self._clock, self._sleep = pause, clock, sleep
        self._waiting: dict[str, deque[Task]] = {}
        self._ready: dict[str, float] = {}
        self._slower: dict[str, float] = {}

    def add(self, host: str, task: Task, first: bool = False) -> None:
        """A task more of a host, at the end of its row or at the beginning."""
        row = self._waiting.setdefault(host, deque())
        row.appendleft(task) if first else row.append(task)

    def next(self) -> Task | None:
        """The next task of the host that may be asked first; None where nothing is left."""
        rows = [host for host, row in self._waiting.items() if row]
        if not rows:
            return None
        host = min(rows, key=lambda name: self._ready.get(name, 0.0))
        return self._waiting[host].popleft()

    def turn(self, host: str) -> None:
        """Wait until a host may be asked."""
        wait = self._ready.get(host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)

    def asked(self, host: str, wait: float = 0.0) -> None:
        """A host was asked just now; it wants ``wait`` seconds, or the pause."""
        self._ready[host] = self._clock() + max(wait, self._pause, self._slower.get(host, 0.0))

    def slow_down(self, host: str, seconds: float) -> None:
        """A host asks for a longer pause (Crawl-delay)."""
        self._slower[host] = min(seconds, LONGEST_PAUSE)
