"""What was booked as a field and stands in no landed row: it goes back to what is not understood."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from itertools import chain, product
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ingest.document.department import SEVERAL
from ingest.document.identity import Identity
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import UNIT_FACTORS
from ingest.grammar.years import printed_years
from ingest.rows import AttributeRow, DocumentRow, Reading
from ingest.source.ledger import Ledger
from ingest.source.printed import without_layout

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

REASON = "it was read, but stands in no row"
_OF_ANOTHER_YEAR = "a line outside the form"
_OWN = ("source", "issues", "not_understood", "text_boxes", "outside_tables", "said_totals", "listed_projects")
"""Tables that hold no field: the text itself, and what is said of it."""
_OF_DOCUMENT = (
    "title",
    "department_name",
    "department_code",
    "budget_year",
    "year_evidence",
    "money_unit",
    "printed_total_wan",
)
"""The columns of a document that hold what it prints; digests and counts hold any number by chance."""
_NOT_PRINTED = ("page", "line", "_start", "_end", "_seq", "category_code")
_APART = "\0"
"""Stands between two texts, and in none."""
_SIGN = "≥≧≤≦＞＜>"
_SIGNS = re.compile(f"[{_SIGN}]+")
"""Of comparison; = is also a label of its column, and < of a web page."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FACTORS = frozenset(UNIT_FACTORS.values())
_SEPARATOR = re.compile(r"[：:；;，,、。（(）)]{0,3}(?:(?:指标)?\d{1,2}[：:、.．)）])?")
"""Between the indicators of one text and their parts: ；, 指标2：, the brackets around a target."""
_LISTED = attrgetter(*(table.name for table in fields(Reading) if table.name not in ("document", *_OWN)))

_Table = Sequence["DataclassInstance"]
"""The rows of a table, of one class."""


class _Columns(NamedTuple):
    """Of a table: what gives the span of a row and those of its parts, starts and ends in turn, its texts and numbers.

    A row without parts is its own.
    """

    whole: Callable[[object], tuple[int | None, ...]]
    parts: Callable[[object], tuple[int | None, ...]]
    values: Callable[[object], tuple[object, ...]]


class _Words:
    """What the rows of tables say: their texts without white space, and their numbers."""

    def __init__(self, tables: Iterable[_Table]) -> None:
        self._tables = tables

    @cached_property
    def _values(self) -> Sequence[object]:
        rows = chain.from_iterable([map(_columns(type(own[0])).values, own) for own in self._tables])
        return [*chain.from_iterable(rows)]

    @cached_property
    def texts(self) -> str:
        return _without_space(_APART.join({value for value in self._values if type(value) is str}))

    @cached_property
    def numbers(self) -> set[object]:
        return {value for value in self._values if type(value) in (int, Decimal)}


def departments_of_forms(reading: FormReading, whose: Identity) -> list[AttributeRow]:
    """The departments of forms that no row holds else: each of a document of several, those other than its own."""
    if whose.department_basis == SEVERAL:
        return reading.departments
    known = (whose.department, *(unit.unit_name for unit in reading.units))
    return [row for row in reading.departments if not row.value.startswith(known)]


def give_back(ledger: Ledger, reading: Reading, above: str = "") -> int:
    """Make what was booked as a field and is in no row of ``reading`` not understood; gives how many characters.

    ``above`` are the lines above its tables that print a year. Such a line is in the document's row where the year is
    its own; where it is another one, the document takes its year from elsewhere, and the line is none of its form.

    A text is in a row where the row's spans cover it, where a value of the document has its words (those behind a
    colon), and where every number of it is a value of the document (the years of a cycle). A sign alone (≥) is in many
    values, and beside most of them: it is in a row where the span of a value covers it.
    """
    tables, text = _tables(reading), ledger.source.text
    parts, whole = (_spans(tables, attrgetter(own)) for own in ("parts", "whole"))
    beside_parts, outside = ledger.fields_outside(parts, whole)
    lost = {span: _without_space(without_layout(text, span)) for span in outside}
    said = _Words([[reading.document]]), _Words(tables)  # most that stands in no span is of the document itself
    for is_told, words in product((_is_said, _is_counted), said):
        if lost:
            told = {printed for printed in {*lost.values()} if is_told(printed, words)}
            lost = {span: printed for span, printed in lost.items() if printed not in told}
    years = {_without_space(line): printed_years(line) for line in above.splitlines()} if lost else {}
    others = [span for span, printed in lost.items() if printed in years]
    for span in others:
        if years[lost.pop(span)] != (reading.document.budget_year,):
            ledger.give_back(span, _OF_ANOTHER_YEAR)
    signs = [span for span in beside_parts if text[span.start] in _SIGN and _SIGNS.fullmatch(text, *span)]
    lost |= dict.fromkeys(signs, "")
    for span in lost:
        ledger.give_back(span, REASON)
    return sum(end - start for start, end in lost)


def _is_said(text: str, words: _Words) -> bool:
    _, _, value = text.rpartition("：")  # behind a label within the cell, 指标1：名
    return (value or text) in words.texts or _SEPARATOR.fullmatch(text) is not None


def _is_counted(text: str, words: _Words) -> bool:
    numbers = _numbers(text)
    return bool(numbers) and not any(map(words.numbers.isdisjoint, numbers))


@lru_cache(maxsize=16384)
def _numbers(text: str) -> Sequence[frozenset[Decimal]]:
    """The numbers of a text, each as it is and as an amount of any unit in 万元, in which rows hold it."""
    found = map(Decimal, _NUMBER.findall(text.replace(",", "")))
    return [frozenset([number * factor for factor in _FACTORS]) for number in found]


def _spans(
    tables: Iterable[_Table], of: Callable[[_Columns], Callable[[object], tuple[int | None, ...]]]
) -> list[tuple[int, int]]:
    """The spans of rows, as far as they have them."""
    ends = [*chain.from_iterable(chain.from_iterable(map(of(_columns(type(rows[0]))), rows)) for rows in tables)]
    return [
        (start, end) for start, end in zip(ends[::2], ends[1::2], strict=True) if start is not None and end is not None
    ]


def _tables(reading: Reading) -> list[_Table]:
    """The tables of a reading that hold fields, those without rows left out."""
    return [rows for rows in ([reading.document], *_LISTED(reading)) if rows]


@cache
def _columns(table: type["DataclassInstance"]) -> _Columns:
    names = [column.name for column in fields(table)]
    starts = [name for name in names if name.endswith("_start")]
    parts = [name for name in starts if name != "char_start"] or starts
    whole = [name for name in starts if name not in parts]
    told = (
        _OF_DOCUMENT if table is DocumentRow else [n for n in names if not n.endswith(_NOT_PRINTED) and "is_" not in n]
    )
    return _Columns(_pairs(whole), _pairs(parts), attrgetter(*told))


def _pairs(starts: list[str]) -> Callable[[object], tuple[int | None, ...]]:
    """What gives the starts and ends of a row."""
    pairs = [own for name in starts for own in (name, f"{name.removesuffix('_start')}_end")]
    return attrgetter(*pairs) if pairs else lambda _: ()


def _without_space(text: str) -> str:
    return "".join(text.split())
