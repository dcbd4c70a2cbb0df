"""A grid of indicators: 一级指标, 二级指标, 三级指标 and a value, the last three perhaps twice (mid-term left, annual
right); operator, unit, weight, actual value, score, reason and notes in columns of their own where a form has them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.labels import grid_column
from ingest.grammar.labels import is_level2, level1_code, level2_code
from ingest.grammar.quantities import read_score, with_operator_and_unit
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

_FEWEST_COLUMNS = 3
_SHIFTS = (0, -1, 1, -2, 2, -3)
_FILLER = re.compile(r"[.…·/—\-]+|(?:指标\d*[:、.]?)?[.…]*")
# 安全生产指标, 服务质量指标（10分）: a label of a level that no vocabulary has
_LABEL = re.compile(r"^[^:：]{2,16}指\s*标(?:[（(].*[)）])?$")
# 指标1：培训人数
_NUMBERED = re.compile(r"指标\s*\d{1,2}\s*[:：、.．]\s*")
# ≥75%, 12公里, 100
_TARGET = re.compile(r"^\s*[≥≤＞＜><=≧≦＝]?\s*\d")
_NUMBERS = ("weight", "score")
_FEWEST_CELLS = 4
_NOTES = ("note",)
_SINGLE = ("weight", "actual", "score", "reason")


@dataclass(frozen=True, slots=True)
class Side:
    """The columns of one side; None for one that the grid does not have."""

    level2: int | None
    name: int
    value: int
    operator: int | None = None
    unit: int | None = None


@dataclass(slots=True)
class IndicatorGrid:
    """The columns a header names, and the labels carried down to rows that leave them blank.

    ``places`` are the first column of each role, ``mask`` has a bit for every column.
    """

    columns: dict[int, str]
    cycle: Side | None
    annual: Side | None
    carried1: Printed = NOTHING
    carried2: Printed = NOTHING
    shift: int = 0
    places: dict[str, int] = field(init=False)
    mask: int = field(init=False)

    def __post_init__(self) -> None:
        self.places = {column: index for index, column in reversed(self.columns.items())}
        self.mask = _mask(self.columns)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides it has, left to right."""
        return tuple(side for side in (self.cycle, self.annual) if side is not None)

    @property
    def first(self) -> int:
        """Its leftmost column."""
        return min(self.columns)

    @property
    def has_actual(self) -> bool:
        """True for the grid of a self-evaluation."""
        return "actual" in self.places

    def at(self, role: str) -> int | None:
        """The first column of a role."""
        return self.places.get(role)

    def understood(self, cells: PrintedCells) -> Iterable[Printed]:
        """The cells of the row read last that stand in a column of the grid."""
        return (cell for index, cell in cells.items() if index - self.shift in self.columns)

    def cell(self, cells: PrintedCells, column: int | None) -> Printed:
        """What a row, shifted as the one read last, prints in a column."""
        return NOTHING if column is None else cells.get(column + self.shift, NOTHING)


def read_grid_header(texts: Mapping[int, str]) -> IndicatorGrid | None:
    """The columns of a grid whose header has these texts by column; None for any other row."""
    if len(texts) < _FEWEST_COLUMNS:
        return None
    columns = {index: column for index, text in texts.items() if (column := grid_column(text))}
    found: dict[str, list[int]] = {}
    for index, column in columns.items():
        found.setdefault(column, []).append(index)
    values = sorted(found.get("value", []) + found.get("annual", []) + found.get("cycle", []))
    names = found.get("level3", [])
    if not ({"level1", "level2"} & set(found)) or not names or not (values or "actual" in found):
        return None
    if len(found.get("level2", [])) < 2 and len(values) < 2:
        for extra in names[1:]:
            columns[extra] = "note"
    sides = _sides(found, columns, values)
    cycle = next((side for side, kind in sides if kind == "cycle"), None)
    annual = next((side for side, kind in sides if kind == "annual"), None)
    return IndicatorGrid(columns, cycle, annual)


def _sides(found: dict[str, list[int]], columns: dict[int, str], values: list[int]) -> list[tuple[Side, str]]:
    """Each value with the name and level that stand before it: cycle left, annual right, unless its label tells."""
    sides: list[tuple[Side, str]] = []
    names, level2 = found["level3"], found.get("level2", [])
    for place, value in enumerate(values[:2]):
        kind = columns[value]
        if kind == "value":
            kind = "cycle" if place == 0 and len(values) > 1 and "annual" not in _kinds_of(sides) else "annual"
        if kind in _kinds_of(sides):
            kind = "annual" if kind == "cycle" else "cycle"
        sides.append((Side(_before(level2, value), _before(names, value) or names[0], value), kind))
    for role in ("operator", "unit"):
        for column in found.get(role, []):
            nearest = min(range(len(sides)), key=lambda at: abs(sides[at][0].value - column), default=None)
            if nearest is not None:
                change = {role: column}
                sides[nearest] = (replace(sides[nearest][0], **change), sides[nearest][1])
    return sides


def _kinds_of(sides: Sequence[tuple[Side, str]]) -> set[str]:
    return {kind for _, kind in sides}


def _before(columns: Sequence[int], value: int) -> int | None:
    return max((column for column in columns if column < value), default=columns[0] if columns else None)


def read_grid_row(grid: IndicatorGrid, cells: PrintedCells) -> PrintedIndicator | None:
    """The indicator of a row, both sides as one; None for a row that holds none.

    A row that stands some columns too far left or right is put back by its labels. Levels left blank are carried down.
    """
    grid.shift = _shift(grid, cells)
    _carry(grid, cells)
    (cycle_name, cycle), (annual_name, annual) = (_read_side(grid, cells, side) for side in (grid.cycle, grid.annual))
    others = _others(grid, cells)
    if not any(map(_says, (cycle_name, annual_name, cycle, annual, others.get("actual") or NOTHING))):
        return None
    differs = cycle_name and annual_name and fold(cycle_name.text) != fold(annual_name.text)
    whole = list(cells.values())
    return PrintedIndicator(
        whole=Printed("", range(whole[0].span.start, whole[-1].span.end)),
        ordinal=None,
        level1=grid.carried1 or None,
        level2=grid.carried2 or None,
        code1=None,
        code2=None,
        name=cycle_name or annual_name or None,
        cycle=cycle or None,
        annual=annual or None,
        annual_name=annual_name.text if differs else None,
        operator=_operator(grid, cells),
        note=_note(grid, cells),
        **others,
    )


def _shift(grid: IndicatorGrid, cells: PrintedCells) -> int:
    """How many columns too far right a row stands: what fits best, else as the row before, else not at all."""
    filled = _mask(cells)
    return max(_SHIFTS, key=lambda shift: (_fits(grid, cells, filled, shift), shift == grid.shift, -abs(shift)))


def aligned(grid: IndicatorGrid, cells: PrintedCells) -> PrintedCells:
    """A row whose edges are not those of the header: a cell beside an empty column of the header belongs to it."""
    columns = {column + grid.shift for column in grid.columns}
    free = columns - cells.keys()
    moved = {}
    for index in [index for index in cells if index not in columns]:
        near = [column for column in (index + 1, index - 1) if column in free]
        if near and index > min(columns):
            free.discard(near[0])
            moved[index] = near[0]
    if not moved:
        return cells
    return {moved.get(index, index): cell for index, cell in cells.items()}


def is_indicator(grid: IndicatorGrid, cells: PrintedCells) -> bool:
    """True for a row that may hold an indicator: its first cell is a label of a level, or its columns are filled."""
    index, first = next(iter(cells.items()))
    if level1_code(first.text) is not None or level2_code(first.text) is not None or _LABEL.search(first.text):
        return True
    if index < grid.first:
        return len(cells) >= max(_FEWEST_CELLS, len(grid.columns) - 1)
    values = [grid.at("actual"), *(side.value for side in grid.sides)]
    return len(cells) >= _FEWEST_COLUMNS and any(column in cells for column in values if column is not None)


def _others(grid: IndicatorGrid, cells: PrintedCells) -> dict[str, Printed | None]:
    """What columns print once for both sides (weight, score …); the actual value with the unit of its target."""
    others = {role: grid.cell(cells, grid.at(role)) or None for role in _SINGLE}
    if others["actual"]:
        unit = next((cell for side in grid.sides if (cell := grid.cell(cells, side.unit))), NOTHING)
        others["actual"] = with_operator_and_unit(others["actual"], NOTHING, unit)
    return others


def _operator(grid: IndicatorGrid, cells: PrintedCells) -> Printed | None:
    operators = [part for side in grid.sides if (part := grid.cell(cells, side.operator))]
    return operators[-1] if operators else None


def _note(grid: IndicatorGrid, cells: PrintedCells) -> str | None:
    notes = [part for index, column in grid.columns.items() if column in _NOTES and (part := grid.cell(cells, index))]
    return "；".join(part.text for part in notes) or None


def _says(part: Printed) -> bool:
    return bool(part) and not _FILLER.fullmatch(fold(part.text))


def _read_side(grid: IndicatorGrid, cells: PrintedCells, side: Side | None) -> tuple[Printed, Printed]:
    """Name and value of a side; the value with its operator and unit where columns of their own print them."""
    if side is None:
        return NOTHING, NOTHING
    name = grid.cell(cells, side.name)
    numbered = _NUMBERED.match(name.text)
    if numbered and name.text[numbered.end() :]:
        name = name[numbered.end() :]
    value = grid.cell(cells, side.value)
    operator, unit = grid.cell(cells, side.operator), grid.cell(cells, side.unit)
    return name, with_operator_and_unit(value, operator, unit)


def _carry(grid: IndicatorGrid, cells: PrintedCells) -> None:
    level1 = grid.cell(cells, grid.at("level1"))
    level2 = next((cell for side in grid.sides if (cell := grid.cell(cells, side.level2))), NOTHING)
    if grid.at("level2") is not None and not grid.sides:
        level2 = grid.cell(cells, grid.at("level2"))
    if level1:
        is_new = fold(level1.text) != fold(grid.carried1.text)
        grid.carried1 = level1
        grid.carried2 = NOTHING if is_new else grid.carried2
    grid.carried2 = level2 or grid.carried2


def _mask(columns: Iterable[int]) -> int:
    return sum(1 << column for column in columns)


def _fits(grid: IndicatorGrid, cells: PrintedCells, filled: int, shift: int) -> int:
    """How well a row, read ``shift`` columns further right, fits: labels under their level, values under theirs."""

    def text(column: int | None) -> str:
        return "" if column is None else cells.get(column + shift, NOTHING).text

    level1 = text(grid.at("level1"))
    fit = 2 if level1 and level1_code(level1) is not None else int(not level1)
    for label in map(text, {side.level2 for side in grid.sides} or {grid.at("level2")}):
        fit += 3 if is_level2(label) else int(not label or _is_other_level2(grid, label))
    for value in {side.value for side in grid.sides} | {grid.at("actual")} - {None}:
        fit += 2 * bool(_TARGET.search(text(value)))
    for role in _NUMBERS:
        number = text(grid.at(role))
        fit += int(bool(number) and read_score(number) is not None)
    columns = grid.mask << shift if shift >= 0 else grid.mask >> -shift
    return fit - (filled & ~columns).bit_count()


def _is_other_level2(grid: IndicatorGrid, label: str) -> bool:
    """True for a label of level 2 unknown to the vocabulary, or bare where the grid's labels are: 社会效益."""
    return bool(_LABEL.search(label)) or ("指标" not in grid.carried2.text and level2_code(label) is not None)


def grid_labels(grid: IndicatorGrid, cells: PrintedCells) -> Iterable[Printed]:
    """What a row without indicator holds all the same: labels of levels, and fillers such as `……`."""
    levels = {grid.at("level1"), *(side.level2 for side in grid.sides)}
    for index, cell in cells.items():
        if index - grid.shift in levels or not _says(cell):
            yield cell
