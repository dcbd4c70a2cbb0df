"""A total beside the labels of its sources, whose amounts stand in the next row: 当年预算 | 486 | 中央补助 | 市级."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.forms.labelled.geometry.arranged.labels_again import is_of_money
from ingest.grammar.amounts import is_amount
from ingest.source.printed import PrintedCells

_FEWEST = 2


def total_apart(rows: Sequence[PrintedCells]) -> Sequence[PrintedCells]:
    """The rows of a form, such a total with its label in a row of its own; all rows as they are where none is so."""
    if not any(len(row) >= 2 * _FEWEST and _begins_with_total(row) for row in rows):
        return rows
    found: list[PrintedCells] = []
    for row, below in pairwise([*rows, {}]):
        found += _parted(row, below) if len(row) >= 2 * _FEWEST and _begins_with_total(row) else (row,)
    return found if len(found) > len(rows) else rows


def _begins_with_total(row: PrintedCells) -> bool:
    first, second, *_ = row.values()
    return is_of_money(first.text) and is_amount(second.text)


def _parted(row: PrintedCells, below: PrintedCells) -> Sequence[PrintedCells]:
    first, second, *others = row
    heads = {at: row[at] for at in others}
    is_header = len(below) >= _FEWEST and below.keys() <= heads.keys() and not _amounts(heads)
    is_parted = is_header and _amounts(below) == len(below)
    return ({first: row[first], second: row[second]}, heads) if is_parted else (row,)


def _amounts(cells: PrintedCells) -> int:
    return sum(is_amount(cell.text) for cell in cells.values())
