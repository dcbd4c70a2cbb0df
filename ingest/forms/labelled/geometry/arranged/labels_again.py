"""Rows of money that print their label again before what was spent: 财政拨款 500 财政拨款 480 below 预算数, 执行数."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.forms.labelled.labels import AMOUNT_KINDS, find_label
from ingest.grammar.amounts import is_amount
from ingest.source.printed import Printed, PrintedCells

_FEWEST = 4
"""Cells of a row with a label and an amount, and both again."""
_BUDGET, _EXECUTED = frozenset(("budget", "adjusted")), frozenset(("executed",))


class Once(NamedTuple):
    """The rows of a form, each label once in its row, and the labels that were printed again."""

    rows: Sequence[PrintedCells]
    again: Sequence[Printed]


def once_labelled(rows: Sequence[PrintedCells]) -> Once:
    """The rows without the second of two equal labels of money, where a header says budget above one half, spending
    above the other, and each of these above its amounts; all rows as they are where none is so.
    """
    found, again = [*rows], list[Printed]()
    header: PrintedCells = {}
    for number, (above, cells) in enumerate(pairwise(rows), start=1):
        may_be_twice = len(cells) >= _FEWEST and len({cell.text for cell in cells.values()}) < len(cells)
        twice = _twice(cells) if may_be_twice else None
        if twice is not None and (halves := _heads(above, twice)) is not None:
            header, moved = above, {halves[0]: twice.amount, halves[1]: twice.amount_again}
            found[number - 1] = {moved.get(at, at): cell for at, cell in above.items()}
        if twice is not None and header and _heads(header, twice) is not None:
            again.append(cells[twice.again])
            found[number] = {at: cell for at, cell in cells.items() if at != twice.again}
    return Once(found, again) if again else Once(rows, ())


class _Twice(NamedTuple):
    """The columns of a label and of the amount behind it, and of both again."""

    label: int
    amount: int
    again: int
    amount_again: int


def _twice(cells: PrintedCells) -> _Twice | None:
    """Where a label of money and the same label stand, each before an amount; None for any other row."""
    first: dict[str, tuple[int, int]] = {}
    for at, behind in pairwise(cells):
        text = cells[at].text
        if text in first and is_of_money(text):
            found = _Twice(*first[text], at, behind)
            if found.amount < at and all(_is_value(cells[place].text) for place in (found.amount, behind)):
                return found
        first.setdefault(text, (at, behind))
    return None


def _is_value(text: str) -> bool:
    """True for an amount, and for the sign of none: —."""
    return is_amount(text) or not any(map(str.isalnum, text))


def is_of_money(text: str) -> bool:
    """True for the known label of an amount that stands beside it."""
    label = find_label(text)
    return label is not None and not label.has_value and bool(label.kinds & AMOUNT_KINDS)


def _heads(header: Mapping[int, Printed], twice: _Twice) -> tuple[int, int] | None:
    """The columns of a row of labels with a budget above the first half, spending above the second; else None."""
    kinds = {at: label.kinds for at, cell in header.items() if (label := find_label(cell.text)) is not None}
    left = next((at for at in kinds if twice.label <= at <= twice.amount), None)
    right = next((at for at in kinds if twice.again <= at <= twice.amount_again), None)
    if left is None or right is None or not (kinds[left] & _BUDGET and kinds[right] & _EXECUTED):
        return None
    return None if any(is_amount(cell.text) for cell in header.values()) else (left, right)
