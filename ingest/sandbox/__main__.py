"""Starts the process that reads, without what it has no use for: what it takes to start a build waits for.

Arrow would load NumPy and pandas, a third of a second, only to ask whether a list is of theirs. Readers of scans load
NumPy where there are scans.
"""

import gc
import sys
from importlib.abc import MetaPathFinder


class _Without(MetaPathFinder):
    def __init__(self, *names: str) -> None:
        self.names = names

    def find_spec(self, fullname: str, *_: object) -> None:
        """Refuse a module."""
        if fullname in self.names:
            raise ModuleNotFoundError(fullname)


def start() -> None:
    """Import the reading process and be it."""
    gc.disable()  # this process reads nothing itself, and a fork ends with its chunk
    refused = _Without("numpy", "pandas")
    sys.meta_path.insert(0, refused)
    from ingest.sandbox.child import main

    refused.names = ("pandas",)
    main()


if __name__ == "__main__":
    start()
