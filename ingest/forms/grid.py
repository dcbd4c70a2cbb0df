"""A grid of indicators: 一级指标, 二级指标, 三级指标, 指标值; the last three twice, mid-term left and annual right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.forms.indicators import PrintedIndicator
from ingest.grammar.labels import is_level2, level1_code
from ingest.printed import NOTHING, Printed, key
from ingest.vocabulary import words

_SHIFTS = (0, -1, 1, -2, 2)


@dataclass(frozen=True, slots=True)
class _Side:
    """The columns of one side: second level, name, value."""

    level2: int
    name: int
    value: int


@dataclass(slots=True)
class Grid:
    """The columns a header names, and the labels carried down to rows that leave them blank."""

    level1: int
    cycle: _Side
    annual: _Side
    carried1: Printed = NOTHING
    carried2: Printed = NOTHING
    shift: int = field(default=0)

    def names(self, text: str) -> bool:
        """True for a cell that labels a column."""
        return _column(text) is not None

    def understood(self, cells: Sequence[Printed]) -> Iterable[Printed]:
        """The cells of the row read last that stand in a column of the grid."""
        sides = (self.cycle, self.annual)
        columns = {self.level1, *(column for side in sides for column in (side.level2, side.name, side.value))}
        return (cell for index, cell in enumerate(cells) if cell and index - self.shift in columns)


@lru_cache(maxsize=4096)
def _column(text: str) -> str | None:
    folded = key(text)
    if any(key(word) in folded for word in words("form_labels", "grid_value")):
        return "value"
    for column in ("level1", "level2", "level3"):
        if any(key(word) == folded for word in words("form_labels", f"grid_{column}")):
            return column
    return None


def read_grid_header(cells: Sequence[Printed]) -> Grid | None:
    """The columns of a grid whose header the row is; None for any other row."""
    columns: dict[str, list[int]] = {}
    for index, cell in enumerate(cells):
        column = _column(cell.text) if cell and len(cell.text) <= 30 else None
        if column:
            columns.setdefault(column, []).append(index)
    level1, level2, name, value = (columns.get(column, []) for column in ("level1", "level2", "level3", "value"))
    if not level1 or min(len(level2), len(name), len(value)) < 2:
        return None
    sides = [_Side(*found) for found in zip(level2, name, value, strict=False)]
    return Grid(level1[0], sides[0], sides[1])


def read_grid_row(grid: Grid, cells: Sequence[Printed]) -> PrintedIndicator | None:
    """The indicator of a row, mid-term and annual side as one; None for a row without name and value.

    A row that stands some columns too far left or right is put back by its labels.
    """
    grid.shift = max(_SHIFTS, key=lambda shift: (_fits(grid, cells, shift), -abs(shift)))

    def cell(column: int) -> Printed:
        index = column + grid.shift
        return cells[index] if 0 <= index < len(cells) else NOTHING

    cycle_name, annual_name = cell(grid.cycle.name), cell(grid.annual.name)
    cycle, annual = cell(grid.cycle.value), cell(grid.annual.value)
    filled = [part for part in (cycle_name, cycle, annual_name, annual) if part]
    if not filled:
        return None
    if cell(grid.level1):
        grid.carried1 = cell(grid.level1)
    grid.carried2 = cell(grid.cycle.level2) or cell(grid.annual.level2) or grid.carried2
    name = cycle_name or annual_name
    differs = cycle_name and annual_name and key(cycle_name.text) != key(annual_name.text)
    whole = [part for part in cells if part]
    return PrintedIndicator(
        whole=Printed("", range(whole[0].span.start, whole[-1].span.end)),
        ordinal=None,
        level1=grid.carried1 or None,
        level2=grid.carried2 or None,
        code1=None,
        code2=None,
        name=name or None,
        cycle=cycle or None,
        annual=annual or None,
        annual_name=annual_name.text if differs else None,
    )


def _fits(grid: Grid, cells: Sequence[Printed], shift: int) -> int:
    """How many labels stand in their columns if the row is read ``shift`` columns further right."""

    def text(column: int) -> str:
        index = column + shift
        return cells[index].text if 0 <= index < len(cells) else ""

    return (
        int(not text(grid.level1) or level1_code(text(grid.level1)) is not None)
        + 2 * int(is_level2(text(grid.cycle.level2)))
        + 2 * int(is_level2(text(grid.annual.level2)))
    )
