"""Changes that a table prints beside the amounts of two years, and that these do not give.

上年执行数 460.00 | 全年执行数 391.00 | 比上年增减 15.00%: it is -15.00%. The columns are those of the header whose
amounts give the change of another row of the table.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.document.outside.agreement.sums import Disagreement
from ingest.document.outside.sentences import Sentence
from ingest.forms.reading import Part, holding
from ingest.source.blocks import Line
from ingest.source.column_labels import deepest
from ingest.source.printed import fold

_CHANGE = re.compile(
    "(?:[比较与]?(?:上年度?|上一年度?|去年|上年同期|20[0-9]{2}年度?)(?:相?比)?(?:预算|执行|决算)?[数额]?)?"
    "(?:同比)?(?:增减|增长|变动|变化|增减变动|同比)(?:变化)?(?:率|幅度?|百分比|比例|情况)?(?:[(]?±?[%％][)]?)?"
)
_BEFORE = re.compile("上年|上一年|去年|前一年|20[0-9]{2}年?")
_NO_AMOUNT = re.compile("增减|增长|变动|变化|同比|率|结转|结余|占|差")
_NAMED_YEAR = re.compile("20[0-9]{2}")
_MEASURE = re.compile("执行|决算|支出|预算")
_AMOUNT = re.compile(r"-?[0-9][0-9,]*+(?:[.][0-9]++)?")
_RATE = re.compile(r"([+-]?[0-9][0-9,]*+(?:[.]([0-9]{1,4}))?)([%％]?)")
_OFF = Decimal("0.6")
"""Points by which a change is another one."""
_FEWEST, _HUNDRED = 2, Decimal(100)

Cells = Mapping[int, str]


class _Row(NamedTuple):
    """A row: its line and cells, its change as printed and by how much that may be rounded."""

    line: Line
    cells: Cells
    printed: str
    change: Decimal
    rounded: Decimal


def changes_disagreeing(part: Part) -> Iterator[tuple[Disagreement, Sentence]]:
    """The rows whose change is not that of their amounts, as sentences that say it."""
    named = frozenset(text for text in holding(part, "减长变同") if _CHANGE.fullmatch(fold(text)))
    lines = [line for line in part.source.lines if line.is_row] if named else []
    for place, line in enumerate(lines):
        at = [column for column, text in part.texts[line.number].items() if text in named]
        if len(at) == 1:
            header = [part.texts[other.number] for other in lines[place : place + 2]]
            header = header[: 1 + (len(header) > 1 and not any(map(_is_amount, header[1].values())))]
            rows = [*_rows(part, lines[place + len(header) :], at[0])]
            yield from _disagreeing(deepest(header), at[0], rows)


def _rows(part: Part, lines: Sequence[Line], at: int) -> Iterator[_Row]:
    """The rows below a header, up to one without an amount."""
    for line in lines:
        cells = part.texts[line.number]
        found = _RATE.fullmatch(fold(cells.get(at, "")))
        if found is not None:
            places = Decimal(1).scaleb(-len(found[2] or ""))
            yield _Row(line, cells, cells[at], Decimal(found[1].replace(",", "")), places * Decimal("0.51"))
        elif not any(map(_is_amount, cells.values())):
            return


def _disagreeing(header: Cells, at: int, rows: Sequence[_Row]) -> Iterator[tuple[Disagreement, Sentence]]:
    """The rows that no pair of columns gives, where one gives another row of the table."""
    is_rate = "%" in fold(header[at]) or "率" in header[at] or any("%" in fold(row.printed) for row in rows)
    pairs = [pair for pair in _pairs(header, at) if any(_gives(row, *pair) for row in rows)] if is_rate else []
    if len(rows) < _FEWEST or len(pairs) != 1:
        return
    before, after = pairs[0]
    for row in rows:
        due, off = _due(row, before, after)
        if due is not None and abs(due - row.change) > _OFF + off and abs(due / _HUNDRED - row.change) > row.rounded:
            name = next((fold(text) for text in row.cells.values() if not _is_amount(text)), "")
            told = [f"{fold(header[column])}{fold(row.cells[column])}" for column in (before, after, at)]
            words = "，".join([name, *told]).lstrip("，")
            yield (
                Disagreement("change_disagrees", 0, len(words), round(due, 2)),
                Sentence(words, words, row.line.page, row.line.number),
            )


def _pairs(header: Cells, at: int) -> Iterator[tuple[int, int]]:
    """The columns of two years, the earlier one first: of one measure where the header names one."""
    heads = {column: fold(text) for column, text in header.items() if column != at}
    heads = {column: text for column, text in heads.items() if not _NO_AMOUNT.search(text)}
    before = {column: text for column, text in heads.items() if _BEFORE.search(text)}
    for column, text in before.items():
        year = _year(text)
        later = {
            other: label
            for other, label in heads.items()
            if other not in before or (year is not None and (_year(label) or 0) > year)
        }
        later = {other: label for other, label in later.items() if _MEASURE.search(label)}
        alike = [other for other, label in later.items() if _measure(label) == _measure(text)]
        yield from ((column, other) for other in alike or later)


def _year(text: str) -> int | None:
    found = _NAMED_YEAR.search(text)
    return int(found[0]) if found else None


def _measure(text: str) -> str:
    found = _MEASURE.search(text)
    return found[0] if found else ""


def _gives(row: _Row, before: int, after: int) -> bool:
    """True where two amounts give the change of a row, which is not zero."""
    due, off = _due(row, before, after)
    return due is not None and bool(row.change) and abs(due - row.change) <= row.rounded + off


def _due(row: _Row, before: int, after: int) -> tuple[Decimal | None, Decimal]:
    """The change that two amounts of a row give, per cent, and by how much these may be rounded.

    None where one is not printed, or the earlier is too small.
    """
    amounts = [fold(row.cells.get(column, "")) for column in (before, after)]
    if not all(map(_AMOUNT.fullmatch, amounts)):
        return None, _HUNDRED
    first, last = (Decimal(amount.replace(",", "")) for amount in amounts)
    if first < 1:
        return None, _HUNDRED
    half = Decimal("0.51").scaleb(min(-len(amount.partition(".")[2]) for amount in amounts))
    return _HUNDRED * (last - first) / first, _HUNDRED * half / first * (1 + abs(last) / first)


def _is_amount(text: str) -> bool:
    return _RATE.fullmatch(fold(text)) is not None
