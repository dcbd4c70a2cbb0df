"""Forms side by side in one table: 项目名称 stands several times in a row, each time with a name of its own."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.forms.labelled.labels import find_label
from ingest.source.printed import NOTHING, PrintedCells, fold

Rows = Sequence[PrintedCells]


def parted(rows: Rows) -> list[Rows]:
    """The rows of each of the forms, left to right; all rows as they are where one form stands alone.

    Forms that stand side by side print most of their labels again; a label that one form prints twice stands alone.
    """
    starts = max(map(_names, rows), key=len, default=[])
    if len(starts) < 2:
        return [rows]
    ends = [*starts[1:], max(max(row) for row in rows if row) + 1]
    forms = [_between(rows, low, high) for low, high in pairwise([0, *ends])]
    first, *others = map(_labels, forms)
    return forms if all(2 * len(first & other) > len(first) for other in others) else [rows]


def _names(row: PrintedCells) -> list[int]:
    """The columns in which the label of a name stands, each before a name."""
    first = fold(next(iter(row.values()), NOTHING).text)
    label = find_label(first)
    if label is None or "project_name" not in label.kinds:
        return []
    return [
        column
        for (column, cell), (_, name) in pairwise(row.items())
        if fold(cell.text) == first and not find_label(name.text)
    ]


def _between(rows: Rows, low: int, high: int) -> Rows:
    """What stands in a run of columns."""
    found = ({at: cell for at, cell in row.items() if low <= at < high} for row in rows)
    return [row for row in found if row]


def _labels(rows: Rows) -> set[str]:
    """The labels of a form, folded."""
    return {fold(cell.text) for row in rows for cell in row.values() if find_label(cell.text)}
