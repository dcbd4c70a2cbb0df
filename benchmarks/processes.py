"""A process and its descendants."""

from collections.abc import Iterator
from pathlib import Path


def held(pid: int) -> int:
    """The bytes that a process and its descendants hold now, shared pages counted once."""
    return sum(map(_proportional, family(pid)))


def family(pid: int) -> Iterator[int]:
    """A process and its descendants."""
    yield pid
    for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = tasks.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
