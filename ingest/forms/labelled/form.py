"""One labelled form being read: what its rows have said so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.grid import IndicatorGrid
from ingest.forms.labelled.labels import FormLabel
from ingest.source.printed import NOTHING, Printed


@dataclass(frozen=True, slots=True)
class MoneyCell:
    """A printed amount with what it is of: ``kind`` as in the vocabulary, ``side`` midterm or annual."""

    kind: str
    side: str
    label: Printed
    printed: Printed
    unit: str


@dataclass(slots=True)
class ExecutionLine:
    """A line of the table of execution: its label, and its cells by column."""

    kind: str
    label: Printed
    unit: str
    cells: dict[str, Printed] = field(default_factory=dict)


@dataclass(slots=True)
class LabelledForm:
    """One form of the document: its title, then what was read below it.

    ``columns`` are the columns whose label stands above them (goals, or kinds of money), ``sides`` the side that each
    column of money is of; ``pending`` is the text that a row without labels goes on with.
    """

    title: Printed = NOTHING
    money_unit: str | None = None
    department: Printed = NOTHING
    unit: Printed = NOTHING
    values: dict[str, list[Printed]] = field(default_factory=dict)
    attributes: list[tuple[Printed, list[Printed]]] = field(default_factory=list)
    columns: dict[int, FormLabel] = field(default_factory=dict)
    pending: list[Printed] | None = None
    cycle: Printed = NOTHING
    sides: dict[int, str] = field(default_factory=dict)
    block_unit: str | None = None
    money: list[MoneyCell] = field(default_factory=list)
    execution_columns: dict[int, str] = field(default_factory=dict)
    executions: list[ExecutionLine] = field(default_factory=list)
    grid: IndicatorGrid | None = None
    in_grid: bool = False
    grid_side: str | None = None
    indicators: list[PrintedIndicator] = field(default_factory=list)
    totals: list[tuple[int, Printed]] = field(default_factory=list)

    @property
    def is_named(self) -> bool:
        """True once the project's name was read."""
        return "project_name" in self.values

    def text(self, kind: str) -> Printed:
        """All that was printed under a label; NOTHING where the form has none."""
        return NOTHING.followed_by(*self.values.get(kind, ()))

    def side_of(self, column: int) -> str:
        """The side that money in ``column`` is of: that of the nearest total at or left of it."""
        return self.sides.get(max((at for at in self.sides if at <= column), default=-1), "annual")

    def filled(self) -> Iterable[tuple[str, Printed]]:
        """Attributes with a value, label as printed without numbering and colon."""
        for label, values in self.attributes:
            value = NOTHING.followed_by(*values)
            if value:
                yield label.text.strip("：: "), value

    def take(self, label: FormLabel, value: Printed) -> None:
        """Keep a text printed behind its label; what a row without labels goes on with belongs to it too."""
        kinds = ("project_name", "reply", "overall_goal", "cycle_goal", "annual_goal", "achieved_goal", "grade", "grid")
        kind = next((kind for kind in kinds if kind in label.kinds), None)
        if "form_unit" in label.kinds and not self.unit:
            self.unit = value
        elif "form_department" in label.kinds and not self.department:
            self.department = value
        elif kind is not None and kind not in self.values:
            self.values[kind] = self.pending = [value]
        else:
            self.pending = [value]
            self.attributes.append((label.label, self.pending))
