"""Two forms side by side in one table: 项目名称 stands twice in a row, each with a name of its own."""

from collections.abc import Sequence

from ingest.forms.labelled.labels import find_label
from ingest.source.printed import PrintedCells, fold

_FOUR = 4  # 项目名称, a name, 项目名称, another name


def parted(rows: Sequence[PrintedCells]) -> list[list[PrintedCells]]:
    """The rows of each of the forms, left to right; all rows as they are where one form stands alone."""
    column = next((found for row in rows if (found := _second_name(row)) is not None), None)
    if column is None or 2 * sum(column in row for row in rows) < len(rows):
        return [list(rows)]
    left = [{at: cell for at, cell in row.items() if at < column} for row in rows]
    right = [{at: cell for at, cell in row.items() if at >= column} for row in rows]
    return [[row for row in own if row] for own in (left, right)]


def _second_name(row: PrintedCells) -> int | None:
    """The column in which the label of a name stands again, behind another name."""
    if len(row) != _FOUR:
        return None
    first, _, second, _ = row
    label = find_label(row[first].text) if fold(row[first].text) == fold(row[second].text) else None
    return second if label is not None and "project_name" in label.kinds else None
