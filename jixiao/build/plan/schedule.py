"""Tasks that need each other, done by several workers at once: each as soon as what it needs is done."""

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from queue import PriorityQueue
from threading import Lock
from typing import TypeVar

Worker = TypeVar("Worker")

_END = -1


def run(
    needs: Mapping[int, Collection[int]],
    sizes: Mapping[int, int],
    workers: Sequence[Worker],
    work: Callable[[Worker, int], None],
) -> None:
    """Call ``work`` once for each task of ``needs``, each worker in a thread of its own.

    First come tasks on which the longest chain waits, by the ``sizes`` of its tasks in any unit; a task of no size is
    done when nothing else is to do. Raises what a call raises, after the calls that were running.
    """
    waiting = _waiting(needs)
    schedule = _Schedule(waiting, _chains(waiting, sizes), {task: len(needed) for task, needed in needs.items()})
    schedule.offer([task for task, needed in needs.items() if not needed])
    if needs:
        with ThreadPoolExecutor(len(workers)) as threads:
            for _ in threads.map(partial(_serve, schedule, work), workers):
                pass


@dataclass(frozen=True, slots=True)
class _Schedule:
    """What waits for each task, the size of the longest chain that begins with each, and what each still needs."""

    waiting: Mapping[int, Collection[int]]
    chains: Mapping[int, int]
    missing: dict[int, int]
    ready: PriorityQueue[tuple[float, int]] = field(default_factory=PriorityQueue)
    lock: Lock = field(default_factory=Lock)

    def offer(self, tasks: Collection[int]) -> None:
        for task in tasks:
            self.ready.put((-self.chains[task], task))

    def next(self) -> int:
        """The next task to do; waits for one. `_END` where there is none, or no more is to be done."""
        priority, task = self.ready.get()
        if task == _END:
            self.ready.put((priority, _END))  # for the other workers
        return task

    def done(self, task: int) -> None:
        with self.lock:
            for one in self.waiting[task]:
                self.missing[one] -= 1
            self.offer([one for one in self.waiting[task] if not self.missing[one]])
            del self.missing[task]
            if not self.missing:
                self.ready.put((float("inf"), _END))

    def stop(self) -> None:
        self.ready.put((float("-inf"), _END))


def _serve(schedule: _Schedule, work: Callable[[Worker, int], None], worker: Worker) -> None:
    while (task := schedule.next()) != _END:
        try:
            work(worker, task)
        except BaseException:
            schedule.stop()
            raise
        schedule.done(task)


def _waiting(needs: Mapping[int, Collection[int]]) -> dict[int, list[int]]:
    """The tasks that wait for each task."""
    waiting: dict[int, list[int]] = {task: [] for task in needs}
    for task, needed in needs.items():
        for one in needed:
            waiting[one].append(task)
    return waiting


def _chains(waiting: Mapping[int, Collection[int]], sizes: Mapping[int, int]) -> dict[int, int]:
    chains: dict[int, int] = {}

    def chain(task: int) -> int:
        if task not in chains:
            chains[task] = sizes[task] + max(map(chain, waiting[task]), default=0)
        return chains[task]

    return {task: chain(task) for task in waiting}
