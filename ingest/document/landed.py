"""What was booked as a field and stands in no landed row: it goes back to what is not understood."""

import re
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ingest.rows import Reading
from ingest.source.blocks import Span
from ingest.source.ledger import Ledger
from ingest.source.printed import clean

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

REASON = "it was read, but stands in no row"
_OWN = ("source", "issues", "not_understood", "text_boxes")
"""Tables that hold no field: the text itself, and what is said of it."""
_PLACES = ("page", "line", "_start", "_end", "_seq")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class _Columns(NamedTuple):
    """Columns of a table: the spans of its texts, its texts, its numbers. A number may stand in the text of another."""

    spans: tuple[tuple[str, str], ...]
    values: tuple[str, ...]


class _Held(NamedTuple):
    """What the rows of a reading hold."""

    spans: list[Span]
    texts: str
    numbers: set[Decimal]


def give_back(ledger: Ledger, reading: Reading) -> int:
    """Make what was booked as a field and is in no row of ``reading`` not understood; gives how many characters.

    A text is in a row where the row's spans cover it, where a value of the document has its words, and where every
    number of it is a value of the document (the years of a cycle).
    """
    held = _held(reading)
    lost = [span for span in ledger.fields_outside(held.spans) if not _is_held(ledger, span, held)]
    for span in lost:
        ledger.give_back(span, REASON)
    return sum(end - start for start, end in lost)


def _is_held(ledger: Ledger, span: Span, held: _Held) -> bool:
    text = _without_space(clean(ledger.source.text, (span,)).text)
    numbers = _NUMBER.findall(text.replace(",", ""))
    return text in held.texts or (bool(numbers) and all(Decimal(number) in held.numbers for number in numbers))


def _held(reading: Reading) -> _Held:
    spans: list[Span] = []
    texts: list[str] = []
    numbers: set[Decimal] = set()
    for row in _rows(reading):
        columns = _columns(type(row))
        for start, end in columns.spans:
            low, high = getattr(row, start), getattr(row, end)
            if low is not None and high is not None:
                spans.append(Span(low, high))
        for name in columns.values:
            value = getattr(row, name)
            if isinstance(value, str):
                texts.append(_without_space(value))
            elif isinstance(value, int | Decimal):
                numbers.add(Decimal(value))
    return _Held(spans, "\n".join(texts), numbers)


def _rows(reading: Reading) -> Iterator["DataclassInstance"]:
    for table in fields(reading):
        if table.name not in _OWN:
            rows = getattr(reading, table.name)
            yield from rows if isinstance(rows, tuple) else (rows,)


@cache
def _columns(table: type["DataclassInstance"]) -> _Columns:
    names = [column.name for column in fields(table)]
    spans = [(name, f"{name.removesuffix('_start')}_end") for name in names if name.endswith("_start")]
    return _Columns(tuple(spans), tuple(name for name in names if not name.endswith(_PLACES)))


def _without_space(text: str) -> str:
    return "".join(text.split())
