"""A level of indicators that is a column of a list: 数量指标, with its targets beside it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LevelColumn:
    """A level that is a column: its label, the column of its indicators' names, and that of their targets.

    ``value`` is None where one cell prints names and targets, ``above`` is the label of the first level over a second.
    ``actual`` is the column of actual values; ``sign`` is what stands between target and actual value in one cell, as a
    pattern; ``lines`` are the places in the source where the targets below names begin. The name of a column below 0 is
    printed in the header, ``note`` is what the list says of its only indicator elsewhere.
    """

    label: str
    name: int
    value: int | None
    above: str | None = None
    actual: int | None = None
    sign: str = ""
    lines: frozenset[int] = frozenset()
    note: str = ""

    @property
    def places(self) -> frozenset[int]:
        """Its columns."""
        return frozenset(at for at in (self.name, self.value, self.actual) if at is not None)

    @property
    def has_actual(self) -> bool:
        """True where it prints actual values."""
        return self.actual is not None or bool(self.sign)
