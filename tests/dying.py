"""A process that kills itself before a step: a call, made by Python, that changes the file system."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

MOVES = frozenset({"os.rename", "os.link"})
CHANGES = MOVES | {"os.remove", "os.rmdir", "os.mkdir", "open"}

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def die_before(step: int, events: frozenset[str] = CHANGES) -> Callable[[], int]:
    """Have this process kill itself before ``step`` of the steps of kind ``events``; gives what counts them."""
    count = 0

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in events and (event != "open" or (arguments[2] or 0) & _WRITES):
            count += 1
            if count == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return lambda: count
