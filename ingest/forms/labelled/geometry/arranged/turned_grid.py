"""A turned grid: 一级指标, 二级指标, 三级指标, 指标值 below each other, an indicator in each column behind them.

A grid whose header stands below its rows is put in order, too.
"""

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from ingest.forms.labelled.grid.several import VALUES
from ingest.forms.labelled.labels import find_label, grid_column
from ingest.forms.labelled.signs import RowSigns
from ingest.source.printed import PrintedCells

_LEVELS = frozenset(("level1", "level2", "level3"))
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 2


def upright(rows: Sequence[PrintedCells], signs: Sequence[RowSigns]) -> Sequence[PrintedCells]:
    """The rows of a form, those of a turned grid as it would stand upright; all rows as they are where it has none.

    ``signs`` are what the texts of the rows show.
    """
    for number, row in enumerate(rows):
        if signs[number].levels == 1 and len(row) > _FEWEST_COLUMNS and _is_row(row, min(row)):
            grid = [*takewhile(partial(_is_row, first=min(row)), rows[number:])]
            if _is_grid(grid, min(row)):
                return [*rows[:number], *_turned(grid, min(row)), *rows[number + len(grid) :]]
    return rows


def headed(rows: Sequence[PrintedCells], signs: Sequence[RowSigns]) -> Sequence[PrintedCells]:
    """The rows of a form with the only header of a grid above its rows, where it stands right below them."""
    headers = [number for number, own in enumerate(signs) if own.levels >= _FEWEST_COLUMNS]
    end = headers[0] if len(headers) == 1 else 0
    if any(own.is_of_grid for own in signs[end + 1 :]) or not end:
        return rows
    start = end
    while start and _is_of_grid(signs[start - 1]):
        start -= 1
    is_grid = end - start >= _FEWEST_ROWS and not any(own.is_of_grid for own in signs[:start])
    return [*rows[:start], rows[end], *rows[start:end], *rows[end + 1 :]] if is_grid else rows


def _is_of_grid(signs: RowSigns) -> bool:
    """True for a row with a label of the framework, and for one that may go on with it: no label begins it."""
    return signs.is_of_grid or (
        len(signs.texts) >= _FEWEST_COLUMNS and not any(o.is_label for o in signs.texts.values())
    )


def _turned(rows: Sequence[PrintedCells], first: int) -> list[PrintedCells]:
    """The header and the rows of a grid of which each column is a row."""
    columns = sorted({at for row in rows for at in row})
    return [{place: row[at] for place, row in enumerate(rows) if at in row} for at in columns if at >= first]


def _is_row(row: PrintedCells, first: int) -> bool:
    """True for a row that begins with the label of a column of a grid, or an unknown one, with no other behind it."""
    if min(row) != first or any(grid_column(cell.text) for at, cell in row.items() if at != first):
        return False
    text = row[first].text
    return grid_column(text) is not None or (len(row) > _FEWEST_COLUMNS and find_label(text) is None)


def _is_grid(rows: Sequence[PrintedCells], first: int) -> bool:
    roles = {grid_column(row[first].text) for row in rows}
    names = next((row for row in rows if grid_column(row[first].text) == "level3"), {})
    is_told = bool(roles & (_LEVELS - {"level3"})) and bool(roles & {*VALUES, "actual"})
    return is_told and len(rows) >= _FEWEST_ROWS and len(names) > _FEWEST_COLUMNS
