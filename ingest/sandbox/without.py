"""Imports without modules that a library would load only to ask whether a value is of theirs.

Arrow asks so of NumPy and pandas, a third of a second.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.abc import MetaPathFinder


class _Refused(MetaPathFinder):
    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def find_spec(self, fullname: str, *_: object) -> None:
        """Refuse a module."""
        if fullname in self.names:
            raise ModuleNotFoundError(fullname)


@contextmanager
def without(*names: str) -> Iterator[None]:
    """Refuse to import the modules of these names, as if they were not installed."""
    refused = _Refused(names)
    sys.meta_path.insert(0, refused)
    try:
        yield
    finally:
        sys.meta_path.remove(refused)
