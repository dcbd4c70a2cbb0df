"""What work costs: seconds of the processor and of the clock, those compared in turn."""

import gc
import resource
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter, process_time

PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of CPU (all threads, and children that have ended) and of the clock."""

    cpu: float
    wall: float


def cost(work: Callable[[], object]) -> Cost:
    """What ``work`` takes, run once."""
    gc.collect()
    children, cpu, wall = _of_children(), process_time(), perf_counter()
    work()
    return Cost(process_time() - cpu + _of_children() - children, perf_counter() - wall)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, dict[str, float]]:
    """The median cost of each work by name, over ``rounds`` in which each has its turn.

    What takes longer than `PATIENCE` is not done again: chance matters little to it.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            if not costs[name] or costs[name][-1].wall < PATIENCE:
                costs[name].append(cost(work))
    return {name: asdict(Cost(median(c.cpu for c in own), median(c.wall for c in own))) for name, own in costs.items()}
