"""A total beside the labels of its sources, whose amounts stand in the next row: 当年预算 | 486 | 中央补助 | 市级."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.forms.labelled.labels import AMOUNT_KINDS, find_label
from ingest.grammar.amounts import is_amount
from ingest.source.printed import PrintedCells

_FEWEST = 2


def total_apart(rows: Sequence[PrintedCells]) -> Sequence[PrintedCells]:
    """The rows of a form, such a total with its label in a row of its own; all rows as they are where none is so."""
    return [own for row, below in pairwise([*rows, {}]) for own in _parted(row, below)]


def _parted(row: PrintedCells, below: PrintedCells) -> Iterator[PrintedCells]:
    first, second, *others = [*row, None, None]
    if len(row) < 2 * _FEWEST or first is None or second is None or not _is_total(row[first].text, row[second].text):
        yield row
        return
    heads = {at: row[at] for at in others if at is not None}
    is_header = len(below) >= _FEWEST and below.keys() <= heads.keys() and not _amounts(heads)
    if is_header and _amounts(below) == len(below):
        yield {first: row[first], second: row[second]}
        yield heads
    else:
        yield row


def _is_total(label: str, amount: str) -> bool:
    found = find_label(label) if is_amount(amount) else None
    return found is not None and not found.has_value and bool(found.kinds & AMOUNT_KINDS)


def _amounts(cells: PrintedCells) -> int:
    return sum(is_amount(cell.text) for cell in cells.values())
