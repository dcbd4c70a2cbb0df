"""What was booked as a field and stands in no landed row: it goes back to what is not understood."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from decimal import Decimal
from functools import cache
from operator import attrgetter
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
_APART = "\0"
"""Stands between two texts, and in none."""
_SIGNS = frozenset("≥≧≤≦＞＜>")
"""Of comparison; = is also a label of its column, and < of a web page."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


class _Columns(NamedTuple):
    """Of a table: its pairs of columns that are spans, those of the parts of a row, and what gives its values."""

    spans: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    values: Callable[[object], tuple[object, ...]]


class _Words(NamedTuple):
    """What rows say: their texts without white space, and their numbers."""

    texts: str
    numbers: set[Decimal]


def give_back(ledger: Ledger, reading: Reading) -> int:
    """Make what was booked as a field and is in no row of ``reading`` not understood; gives how many characters.

    A text is in a row where the row's spans cover it, where a value of the document has its words (those behind a
    colon), and where every number of it is a value of the document (the years of a cycle). A sign alone (≥) is in many
    values, and beside most of them: it is in a row where the span of a value covers it.
    """
    rows = tuple(_rows(reading))
    lost = list(ledger.fields_outside(_spans(rows)))
    for told in ((reading.document,), rows):  # most that stands in no span is of the document itself
        if lost:
            words = _words(told)
            lost = [span for span in lost if not _is_told(ledger, span, words)]
    lost += [span for span in ledger.fields_outside(_spans(rows, of_values=True)) if _is_sign(ledger, span)]
    for span in lost:
        ledger.give_back(span, REASON)
    return sum(end - start for start, end in lost)


def _is_told(ledger: Ledger, span: Span, words: _Words) -> bool:
    text = _without_space(clean(ledger.source.text, (span,)).text)
    numbers = _NUMBER.findall(text.replace(",", ""))
    _, _, value = text.rpartition("：")  # behind a label within the cell, 指标1：名
    return (value or text) in words.texts or (
        bool(numbers) and all(Decimal(number) in words.numbers for number in numbers)
    )


def _is_sign(ledger: Ledger, span: Span) -> bool:
    return all(map(_SIGNS.__contains__, ledger.source.text[span.start : span.end]))


def _spans(rows: Iterable["DataclassInstance"], of_values: bool = False) -> Iterator[Span]:
    for row in rows:
        columns = _columns(type(row))
        for start, end in columns.parts if of_values else columns.spans:
            low, high = getattr(row, start), getattr(row, end)
            if low is not None and high is not None:
                yield Span(low, high)


def _words(rows: Iterable["DataclassInstance"]) -> _Words:
    texts: list[str] = []
    numbers: set[Decimal] = set()
    for row in rows:
        for value in _columns(type(row)).values(row):
            if isinstance(value, str):
                texts.append(value)
            elif type(value) in (int, Decimal):
                numbers.add(Decimal(value))  # type: ignore[arg-type]
    return _Words(_without_space(_APART.join(texts)), numbers)


def _rows(reading: Reading) -> Iterator["DataclassInstance"]:
    for table in fields(reading):
        if table.name not in _OWN:
            rows = getattr(reading, table.name)
            yield from rows if isinstance(rows, tuple) else (rows,)


@cache
def _columns(table: type["DataclassInstance"]) -> _Columns:
    names = [column.name for column in fields(table)]
    spans = [(name, f"{name.removesuffix('_start')}_end") for name in names if name.endswith("_start")]
    parts = [pair for pair in spans if pair[0] != "char_start"] or spans
    return _Columns(tuple(spans), tuple(parts), attrgetter(*(name for name in names if not name.endswith(_PLACES))))


def _without_space(text: str) -> str:
    return "".join(text.split())
