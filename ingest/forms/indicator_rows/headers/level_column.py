"""A level of indicators that is a column of a list: 数量指标, with its targets beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.source.printed import NOTHING, Printed


@dataclass(frozen=True, slots=True)
class LevelColumn:
    """A level that is a column: its label, the column of its indicators' names, and that of their targets.

    ``value`` is None where one cell prints names and targets, ``above`` is the label of the first level over a second.
    ``actual`` is the column of actual values; ``sign`` is what stands between target and actual value in one cell, as a
    pattern; ``lines`` are the places in the source where the targets below names begin. The name of a column below 0 is
    printed in the header, ``note`` is what the list says of its only indicator elsewhere. ``printed`` is the label in
    its place, once the header is read.
    """

    label: str
    name: int
    value: int | None
    above: str | None = None
    actual: int | None = None
    sign: str = ""
    lines: frozenset[int] = frozenset()
    note: str = ""
    printed: Printed = NOTHING

    @property
    def places(self) -> frozenset[int]:
        """Its columns."""
        return frozenset(at for at in (self.name, self.value, self.actual) if at is not None)

    @property
    def has_actual(self) -> bool:
        """True where it prints actual values."""
        return self.actual is not None or bool(self.sign)


def with_labels(levels: Sequence[LevelColumn], header: Mapping[int, Printed]) -> tuple[LevelColumn, ...]:
    """The levels, the label of each where a row of the header prints it above its names: also behind a first level."""
    return tuple(level if level.printed else replace(level, printed=_label_in(level, header)) for level in levels)


def _label_in(level: LevelColumn, header: Mapping[int, Printed]) -> Printed:
    cell = header.get(level.name, NOTHING)
    start = cell.text.find(level.label) if level.label else -1
    return cell[start : start + len(level.label)] if start >= 0 else NOTHING
