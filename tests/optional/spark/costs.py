"""What a piece of work costs."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

_TICKS = os.sysconf("SC_CLK_TCK")
_PARENT, _TIMES = 1, slice(11, 15)  # of the fields behind the command; the times are own and of children that ended


def timed(name: str, work: Callable[[], Result]) -> Result:
    """Do the work; prints its wall time, and the CPU time of this process and of all it started, in seconds."""
    wall, cpu = time.perf_counter(), _cpu_seconds()
    result = work()
    print(f"{name}: {time.perf_counter() - wall:.0f} s, {_cpu_seconds() - cpu:.0f} CPU s")
    return result


def _cpu_seconds() -> float:
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        process = int(path.parent.name)
        parents[process], ticks[process] = int(fields[_PARENT]), sum(map(int, fields[_TIMES]))
    return sum(spent for process, spent in ticks.items() if _is_own(process, parents)) / _TICKS


def _is_own(process: int, parents: dict[int, int]) -> bool:
    while process in parents:
        if process == os.getpid():
            return True
        process = parents[process]
    return False
