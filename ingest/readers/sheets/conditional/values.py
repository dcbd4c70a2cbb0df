"""What cells hold, compared and changed into one another as spreadsheets do it."""

import operator
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from ingest.readers.sheets.number_format.numbers import general


class NotKnown(Exception):
    """A formula, or what it asks for, that is not known."""


Content = str | bool | Decimal | None
"""What a cell holds; None where it is blank."""
Place = tuple[int, int]
"""Row and column of a cell, counted from 0."""


class Faulty(NotKnown):
    """A formula that gives an error, which is no condition that holds."""


class Held:
    """What the cells of a sheet hold."""

    def __init__(self) -> None:
        self._contents: dict[Place, Content | NotKnown] = {}

    def put(self, place: Place, content: Content | NotKnown) -> None:
        """Add a cell."""
        self._contents[place] = content

    def places(self) -> Iterable[Place]:
        """The places of the cells."""
        return self._contents.keys()

    def content(self, place: Place) -> Content:
        """What a cell holds. Raises `NotKnown`."""
        found = self._contents.get(place)
        if isinstance(found, NotKnown):
            raise found
        return found


_SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}


def are_ordered(one: Content, sign: str, other: Content) -> bool:
    """True where ``sign`` stands rightly between two values: numbers are less than texts, these less than truths.

    A blank is as nothing of the other's kind; letters are alike whatever their case.
    """
    return _SIGNS[sign](_rank(one, other), _rank(other, one))


def _rank(value: Content, beside: Content) -> tuple[int, Decimal | str | bool]:
    if value is None:
        value = "" if isinstance(beside, str) else False if isinstance(beside, bool) else Decimal(0)
    if isinstance(value, bool):
        return 2, value
    return (1, value.casefold()) if isinstance(value, str) else (0, value)


def is_blank(value: Content) -> bool:
    """True for a cell that holds nothing, or spaces alone."""
    return value is None or (isinstance(value, str) and not value.strip())


def as_number(value: Content) -> Decimal | None:
    """A value as a number; None for a text."""
    if isinstance(value, bool) or value is None:
        return Decimal(int(bool(value)))
    return value if isinstance(value, Decimal) else None


def as_text(value: Content) -> str:
    """A value as a text."""
    if isinstance(value, bool):
        return str(value).upper()
    return "" if value is None else value if isinstance(value, str) else general(value)


def as_truth(value: Content) -> bool:
    """Whether a value counts as true; a text does not."""
    return bool(as_number(value))
