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


def own_cpu() -> float:
    """Seconds of CPU of this process so far, with its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def cost(work: Callable[[], object], cpu: Callable[[], float] = own_cpu) -> Cost:
    """What ``work`` takes, run once; ``cpu`` gives the seconds of CPU of those who do it."""
    gc.collect()
    spent, wall = cpu(), perf_counter()
    work()
    return Cost(cpu() - spent, perf_counter() - wall)


def in_turn(
    works: Mapping[str, Callable[[], object]], rounds: int, cpu: Mapping[str, Callable[[], float]] | None = None
) -> dict[str, dict[str, float]]:
    """The median cost of each work by name, over ``rounds`` in which each has its turn.

    What takes longer than `PATIENCE` is not done again: chance matters little to it.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            if not costs[name] or costs[name][-1].wall < PATIENCE:
                costs[name].append(cost(work, (cpu or {}).get(name, own_cpu)))
    return {name: asdict(Cost(median(c.cpu for c in own), median(c.wall for c in own))) for name, own in costs.items()}
