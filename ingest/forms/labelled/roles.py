"""Which cells of a row are labels and which are values: the place in the grid decides, known words help.

A row of a form alternates labels and values, perhaps behind a label of a block. Every way to read it has a cost; the
cheapest is taken. A text in a column where labels stand is likely a label, a number never is, a known word mostly is.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.forms.labelled.labels import AMOUNT_KINDS, find_label
from ingest.grammar.amounts import read_amount
from ingest.source.printed import PrintedCells, fold

_LONGEST_LABEL = 24
# what a label never holds: a full stop, a comparison, a percentage
_SENTENCE = re.compile(r"[。；;！？]|[≥≤＞＜]|\d\s*[%％]")
_DATE = re.compile(r"20\d\d\s*[-年./]")
_ANSWERS = frozenset(("attribute", "block", "source_other", "source_fiscal", "source_fiscal_part"))

_AGAINST_COLUMN = 0.9
_VALUE_FIRST = 1.2
_VALUE_AFTER_VALUE = 2.2
_LABEL_AFTER_BLOCK = 0.2
_LABEL_AFTER_LABEL = 0.9
_LABEL_OVER_GAP = 0.4
_LABEL_LAST = 0.6


class _Costs(NamedTuple):
    label: float
    value: float


@lru_cache(maxsize=16384)
def _costs(text: str) -> _Costs:
    """What it costs to take a text for a label and for a value, by itself."""
    found = find_label(text)
    if found is not None and not found.has_value:
        is_answer = found.kinds <= _ANSWERS
        return _Costs(0.0, 1.2 if is_answer else 3.0)
    folded = fold(text)
    amount = read_amount(text)
    if (amount is None or amount.value is not None or _DATE.search(folded)) and folded:
        return _Costs(6.0, 0.0)
    if len(folded) > _LONGEST_LABEL or _SENTENCE.search(folded):
        return _Costs(4.0, 0.0)
    if folded.endswith(":"):
        return _Costs(0.2, 3.0)
    return _Costs(1.2, 0.7)


class Columns(NamedTuple):
    """The columns of a form in which known labels stand, and those in which other texts do."""

    labels: Collection[int]
    values: Collection[int]


def columns_of(rows: Sequence[PrintedCells]) -> Columns:
    """The columns of a form's rows by what stands in them."""
    labels: dict[int, int] = {}
    others: dict[int, int] = {}
    for cells in rows:
        for index, cell in cells.items():
            counted = labels if find_label(cell.text) is not None else others
            counted[index] = counted.get(index, 0) + 1
    return Columns(
        {at for at, count in labels.items() if count > others.get(at, 0)},
        {at for at, count in others.items() if count > labels.get(at, 0)},
    )


def label_columns(cells: PrintedCells, columns: Columns, repeated: Collection[str] = ()) -> frozenset[int]:
    """The columns of a row in which a label stands; ``repeated`` are texts that many forms of the document print."""
    # the cheapest reading that ends with a value, and with a label; each with its columns
    ways: Mapping[bool, tuple[float, tuple[int, ...]]] = {False: (0.0, ())}
    before = -1
    for place, (index, cell) in enumerate(cells.items()):
        as_label, as_value = _costs(cell.text)
        if cell.text in repeated:
            as_label, as_value = as_label / 2, as_value + 0.5
        if index in columns.values:
            as_label += _AGAINST_COLUMN
        if index in columns.labels:
            as_value += _AGAINST_COLUMN
        following: dict[bool, tuple[float, tuple[int, ...]]] = {}
        for is_label, own in ((True, as_label), (False, as_value)):
            found = [
                (cost + own + _step(was_label, is_label, place, index - before), found_labels)
                for was_label, (cost, found_labels) in ways.items()
            ]
            cost, found_labels = min(found)
            following[is_label] = (cost, (*found_labels, index) if is_label else found_labels)
        ways, before = following, index
    ends_with_label = ways.get(True, (float("inf"), ()))
    best = min((ends_with_label[0] + _LABEL_LAST, ends_with_label[1]), ways.get(False, (float("inf"), ())))
    return frozenset(best[1])


def _step(was_label: bool, is_label: bool, place: int, gap: int) -> float:
    """What it costs that a cell follows the one before it."""
    if place == 0:
        return 0.0 if is_label else _VALUE_FIRST
    if was_label and is_label:
        if place == 1:
            return _LABEL_AFTER_BLOCK
        return _LABEL_OVER_GAP if gap > 1 else _LABEL_AFTER_LABEL
    return 0.0 if was_label or is_label else _VALUE_AFTER_VALUE


def is_money_label(kinds: frozenset[str]) -> bool:
    """True for kinds of label that may stand beside an amount of the budget."""
    return bool(kinds & AMOUNT_KINDS)
