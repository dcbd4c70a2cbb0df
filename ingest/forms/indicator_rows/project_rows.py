"""The rows of one project of a list, and what says that a row may not be of it."""

from dataclasses import dataclass, field

from ingest.forms.indicator_rows.headers.columns import GOALS, ListColumns
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.grammar.amounts import read_amount
from ingest.grammar.labels import level1_code, level2_code
from ingest.source.printed import NOTHING, Printed, fold

Level = int | str
_LAST = 3
"""The code of 满意度指标."""


@dataclass(slots=True)
class ListLine:
    """A row below the header: the cells that tell of its project, and those of the grid; ``is_top`` of a new page.

    ``is_paragraph`` for a text alone in its line, which may be a cell of the first column or stand outside the table;
    ``begun`` as in `ingest.source.blocks.Line`.
    """

    page: int
    is_top: bool
    heads: dict[int, Printed]
    cells: dict[int, Printed]
    is_paragraph: bool = False
    begun: frozenset[int] | None = None

    def prints_elsewhere(self, column: int | None, merged: frozenset[int]) -> bool:
        """True for a blank cell of a merged column that begins here: its text stands on another page."""
        if column is None or self.begun is None or column not in merged or self.is_top:
            return False
        return column in self.begun and column not in self.heads and column not in self.cells

    def is_covered(self, column: int, merged: frozenset[int]) -> bool:
        """True where a merged cell that begins above covers a column."""
        return self.begun is not None and column in merged and column not in self.begun

    @property
    def sorted_cells(self) -> list[tuple[int, Printed]]:
        """Its filled cells with their columns, left to right."""
        return sorted((self.heads | self.cells).items())

    @property
    def all_cells(self) -> list[Printed]:
        """Its filled cells."""
        return [*self.heads.values(), *self.cells.values()]

    @property
    def whole(self) -> Printed:
        """Where it stands."""
        spans = [cell.span for cell in self.all_cells]
        return Printed("", range(min(span.start for span in spans), max(span.end for span in spans)))

    def begins_levels(self, grid: IndicatorGrid | None) -> bool:
        """True for a row that prints its first level, or stands in a list that has none."""
        return grid is None or not self.cells or grid.at("level1") is None or grid.at("level1") in self.cells

    def is_indicator(self, grid: IndicatorGrid | None) -> bool:
        """True where it prints a level, or a name with its target."""
        if grid is None:
            return bool(self.cells)
        levels = [grid.at("level1"), grid.at("level2"), *(side.level2 for side in grid.sides)]
        values = [grid.at("actual"), *(side.value for side in grid.sides)]
        return any(at in self.cells for at in levels) or (
            grid.at("level3") in self.cells and any(at in self.cells for at in values)
        )


@dataclass(slots=True)
class ProjectRows:
    """A project: its name as printed, the unit, department and region printed with it or above it, its rows.

    ``scores`` are the rows of its total score. ``is_again`` where another project of the list has its name; rows from
    ``doubted`` on may be of another project.
    """

    name: Printed
    lines: list[ListLine]
    unit: Printed = NOTHING
    department: Printed = NOTHING
    region: Printed = NOTHING
    is_again: bool = False
    is_carried: bool = False
    is_unit_doubtful: bool = False
    doubted: int | None = None
    scores: list[ListLine] = field(default_factory=list)

    def first(self, column: int | None) -> Printed:
        """What its rows first print in a column that tells of the project."""
        if column is None:
            return NOTHING
        return next((line.heads[column] for line in self.lines if column in line.heads), NOTHING)

    def is_of(self, columns: ListColumns, line: ListLine) -> bool:
        """True where a row prints no other unit, department or region than the project."""
        own = {"unit": self.unit, "department": self.department, "region": self.region}
        cells = ((line.heads.get(at, NOTHING), own[role]) for role in own for at in columns.all_of(role)[:1])
        return all(not cell or fold(cell.text) == fold(before.text) for cell, before in cells)

    def contradicts(self, columns: ListColumns, line: ListLine) -> bool:
        """True where a row prints another goal or amount than the project does."""
        for column in columns.all_of(*GOALS, "grid"):
            if _differ(self.first(column).text, line.heads.get(column, NOTHING).text):
                return True
        return any(
            _amounts_differ(self.first(column).text, line.heads.get(column, NOTHING).text)
            for column in columns.all_of("money", "execution")
        )


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and fold(one) != fold(other)


def _amounts_differ(one: str, other: str) -> bool:
    if not _differ(one, other):
        return False
    first, second = read_amount(one), read_amount(other)
    return first is None or second is None or first.value is None or first.value != second.value


@dataclass(slots=True)
class Levels:
    """The levels that a project's rows have gone through: one that comes back may begin another project."""

    closed: frozenset[Level] = frozenset()
    current: Level = ""
    closed2: frozenset[Level] = frozenset()
    current2: Level = ""

    def goes_back(self, grid: IndicatorGrid | None, line: ListLine, is_strict: bool) -> bool:
        """True where a row prints a level that was left before; ``is_strict`` looks at second levels, too."""
        if grid is None:
            return False
        level1, level2 = _level1(grid, line), _level2(grid, line)
        is_back = False
        if level1 is not None:
            is_back = (level1 in self.closed and level1 != self.current) or self._is_behind_the_last(level1)
            if level1 != self.current:
                self.closed |= {self.current}
                self.closed2, self.current2 = frozenset(), ""
            self.current = level1
        if level2 is not None:
            is_back |= is_strict and level1 is not None and level2 in self.closed2 and level2 != self.current2
            if level2 != self.current2:
                self.closed2 |= {self.current2}
            self.current2 = level2
        return is_back

    def _is_behind_the_last(self, level1: Level) -> bool:
        """True for 产出 or 效益 below 满意度, with which the levels of every project end."""
        return self.current == _LAST and isinstance(level1, int) and level1 < _LAST


def _level1(grid: IndicatorGrid, line: ListLine) -> Level | None:
    column = grid.at("level1")
    text = line.cells[column].text if column is not None and column in line.cells else ""
    if text:
        code = level1_code(text)
        second = level2_code(text)
        return code if code is not None else second // 10 if second is not None else fold(text)
    if column is not None:
        return None
    second = level2_code(_text2(grid, line))
    return second // 10 if second is not None else None


def _level2(grid: IndicatorGrid, line: ListLine) -> Level | None:
    text = _text2(grid, line)
    return (level2_code(text) or fold(text)) if text else None


def _text2(grid: IndicatorGrid, line: ListLine) -> str:
    columns = [grid.at("level2"), *(side.level2 for side in grid.sides)]
    return next((line.cells[at].text for at in columns if at is not None and at in line.cells), "")
