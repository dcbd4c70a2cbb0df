"""The columns of a grid of indicators: level labels, name and target, the last three perhaps twice (mid-term left,
annual right); operator, unit, weight, actual value, score, reason and notes in columns of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

UNKNOWN = "unknown"
"""The role of a column whose label no vocabulary has and whose cells do not tell."""

PROGRESS = ("to_date", "expected", "likelihood")
"""The roles of columns of 绩效运行监控; none of them holds the year's actual value."""

ONCE = ("weight", "actual", "score", "reason", *PROGRESS)
"""The roles of which a grid has one column at most."""

CAUSE = "cause"
"""The role of a column in which a cause of deviations is ticked, a note under its label."""

TICKED = "ticked"
"""The role of a column in which a likelihood is ticked: 确定能, 有可能, 不可能."""

OTHER_TARGET = "other_target"
"""The role of a column of targets beside that of the year: of another year, applied for, or of the year's begin."""


COUNTED = re.compile(r"\d{1,4}(?:\.\d{1,2})*|[（(]?[一二三四五六七八九十]{1,2}[)）]?[、.．]?")
"""What numbers a row: 3, 1.1.2, 一, （二）."""

GridRow = Mapping[int | None, Printed]
"""The filled cells of a row by the columns of its grid; None, a column that the grid has not, is never one."""


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

    ``shifts`` are those of the rows read so far, ``doubted`` are cells of the row read last that an unknown column
    beside them may complete, ``signs`` those that stand in an unknown column and show themselves.

    ``is_joined`` where the label of the names says that they hold their targets, ``is_weighed`` their weights;
    ``labels`` are the texts of the header.

    ``name`` is the column of names where no side has a value; ``places`` are the first column of each role, ``first``
    is the leftmost column, ``sides`` are the sides it has, left to right, ``others`` the labels of other targets,
    ``names`` how many columns of names it has, ``notes`` the columns of notes, ``has_unknown`` where one is unknown.
    ``region`` is that of the row read last, where a column of the grid holds regions.
    ``has_numbers`` where a row above has a number for its name.
    ``lost`` are the levels that rows print which nobody knows.
    ``initial`` is the column of targets that were adjusted in another column, whose blank cells say that nothing was.
    """

    columns: dict[int, str]
    cycle: Side | None
    annual: Side | None
    name: int
    others: dict[int, str] = field(default_factory=dict)
    initial: int | None = None
    is_joined: bool = False
    is_weighed: bool = False
    labels: Mapping[int, str] = field(default_factory=dict)
    carried1: Printed = NOTHING
    carried2: Printed = NOTHING
    region: str = ""
    has_numbers: bool = False
    shift: int = 0
    doubted: set[int] = field(default_factory=set)
    signs: set[int] = field(default_factory=set)
    shifts: set[int] = field(default_factory=set)
    lost: frozenset[str] = frozenset()
    _at: dict[int, frozenset[int]] = field(default_factory=dict)
    places: dict[str, int] = field(init=False)
    first: int = field(init=False)
    sides: tuple[Side, ...] = field(init=False)
    notes: tuple[int, ...] = field(init=False)
    names: int = field(init=False)
    has_unknown: bool = field(init=False)

    def __post_init__(self) -> None:
        self.places = {column: index for index, column in reversed(self.columns.items())}
        self.first = min(self.columns)
        self.sides = tuple([side for side in (self.cycle, self.annual) if side is not None])
        self.has_unknown = UNKNOWN in self.columns.values()
        self.names = [*self.columns.values()].count("level3")
        self.notes = tuple([index for index, role in self.columns.items() if role == "note"])

    @property
    def has_actual(self) -> bool:
        """True for the grid of a self-evaluation."""
        return "actual" in self.places

    @property
    def is_monitored(self) -> bool:
        """True for the grid of a form that monitors: what was done in a part of the year, and not in all of it."""
        return not self.has_actual and not self.places.keys().isdisjoint(PROGRESS)

    def at(self, role: str) -> int | None:
        """The first column of a role."""
        return self.places.get(role)

    def columns_at(self, shift: int) -> frozenset[int]:
        """Where the columns stand in a row that is so many columns too far right."""
        found = self._at.get(shift)
        if found is None:
            found = self._at[shift] = frozenset([column + shift for column in self.columns])
        return found

    def unread(self) -> "IndicatorGrid":
        """The same grid before any row is read below it: what rows leave in one is not left in the other."""
        told = self.columns, self.cycle, self.annual, self.name, self.others, self.initial, self.is_joined
        return IndicatorGrid(*told, is_weighed=self.is_weighed, labels=self.labels)

    def anew(self) -> "IndicatorGrid":
        """The same columns, no row read below them; rows may be shifted as those read before."""
        return replace(self, carried1=NOTHING, carried2=NOTHING, shift=0, lost=frozenset())

    @property
    def levels(self) -> tuple[Printed, Printed]:
        """Both levels of a row, its own or carried down from above."""
        level1, level2 = self.carried1, self.carried2
        return (NOTHING if "level1" in self.lost else level1), (NOTHING if "level2" in self.lost else level2)

    def carry(self, level1: Printed, level2: Printed) -> None:
        """Carry the levels of a row down to those below; a blank one goes on."""
        if level1.text:
            is_new = bool(self.lost) or fold(level1.text) != fold(self.carried1.text)
            self.carried1, self.lost = level1, frozenset()
            self.carried2 = NOTHING if is_new else self.carried2
        if level2.text:
            self.carried2, self.lost = level2, self.lost - {"level2"}

    def lose(self, cells: PrintedCells) -> None:
        """Carry no level beyond a row of a name and a target that is left since nobody knows the levels that it prints.

        Rows below it are of those.
        """
        if self.name in cells and any(side.value in cells for side in self.sides):
            printed = [role for role in ("level1", "level2") if self.places.get(role) in cells]
            self.lost |= {*printed, "level2"} if printed else frozenset()

    def understood(self, cells: PrintedCells) -> tuple[list[Printed], list[Printed]]:
        """The cells of the row read last that stand under a known role and are not in doubt, and the others."""
        known: list[Printed] = []
        others: list[Printed] = []
        columns, doubted = self.columns, self.doubted
        if not (doubted or self.has_unknown) and cells.keys() <= self.columns_at(self.shift):
            return [*cells.values()], others
        for index, cell in cells.items():
            is_known = columns.get(index - self.shift, UNKNOWN) != UNKNOWN and index not in doubted
            (known if is_known or index in self.signs else others).append(cell)
        return known, others

    def number_of(self, cells: PrintedCells) -> Printed:
        """The number of a row, left of the columns of the grid; NOTHING where none is printed."""
        index, first = next(iter(cells.items()))
        return first if index < self.first + self.shift and COUNTED.fullmatch(first.text) else NOTHING

    def row(self, cells: PrintedCells) -> GridRow:
        """The cells of a row, shifted as the one read last, by the columns of the grid."""
        return {index - self.shift: cell for index, cell in cells.items()}


def is_same(role: str, before: str | None) -> bool:
    """True where a column may keep the role that it had before; all columns of targets are alike."""
    return role == before or before == UNKNOWN or {role, before} <= {"value", "annual", "cycle"}
