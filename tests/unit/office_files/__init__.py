"""Small files as offices make them, each with its right answer: what a careful person sees."""

from typing import NamedTuple


class Made(NamedTuple):
    """A file, the rows that are right, and the codes of what must be said of it."""

    data: bytes
    rows: list[list[str]]
    said: tuple[str, ...] = ()
