"""Forms side by side in one table: titles stand in one row, or 项目名称 several times, each with a name of its own."""

from collections.abc import Sequence
from itertools import pairwise

from ingest.forms.labelled.labels import find_label
from ingest.forms.labelled.template import FormRows
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

Rows = Sequence[PrintedCells]


def forms_of(form: FormRows) -> list[tuple[Printed, Rows]]:
    """The forms that stand side by side, left to right, each with its title; one alone as it is."""
    if not form.titles_beside:
        return [(form.title, rows) for rows in parted(form.rows)]
    starts = [0, *form.titles_beside]
    ends = [*form.titles_beside, max(max(row) for row in form.rows) + 1]
    titles = [form.title, *form.titles_beside.values()]
    found = [(title, _between(form.rows, *cut)) for title, *cut in zip(titles, starts, ends, strict=True)]
    return [(title, rows) for title, rows in found if rows]


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
