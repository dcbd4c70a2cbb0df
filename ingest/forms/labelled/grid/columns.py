"""The columns of a grid of indicators: level labels, name and target, the last three perhaps twice (mid-term left,
annual right); operator, unit, weight, actual value, score, reason and notes in columns of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.source.printed import NOTHING, Printed, PrintedCells

UNKNOWN = "unknown"
"""The role of a column whose label no vocabulary has and whose cells do not tell."""


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
    beside them may complete.

    ``name`` is the column of names where no side has a value; ``places`` are the first column of each role, ``mask``
    has a bit for every column.
    """

    columns: dict[int, str]
    cycle: Side | None
    annual: Side | None
    name: int
    carried1: Printed = NOTHING
    carried2: Printed = NOTHING
    shift: int = 0
    doubted: set[int] = field(default_factory=set)
    shifts: set[int] = field(default_factory=set)
    places: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {column: index for index, column in reversed(self.columns.items())}

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

    def role(self, index: int) -> str | None:
        """The role of the column in which the row read last prints a cell; None outside of the grid."""
        return self.columns.get(index - self.shift)

    def understood(self, cells: PrintedCells) -> Iterable[Printed]:
        """The cells of the row read last that stand in a column whose role is known, those in doubt excepted."""
        kept = (index for index in cells if index not in self.doubted)
        return (cells[index] for index in kept if self.role(index) not in (None, UNKNOWN))

    def cell(self, cells: PrintedCells, column: int | None) -> Printed:
        """What a row, shifted as the one read last, prints in a column."""
        return NOTHING if column is None else cells.get(column + self.shift, NOTHING)
