"""One labelled form: what its entries and its grid say, before anything is booked or landed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.forms.labelled.labels import FormLabel, speaks
from ingest.grammar.amounts import amount_and_notes, read_wan
from ingest.source.printed import NOTHING, Printed

Group = tuple[str, int]
"""Amounts that a form prints together: those of a column of labels, or of a row."""


@lru_cache(maxsize=1024)
def is_monitored(title: str) -> bool:
    """True for a title that says that the year is not over: 项目支出绩效运行监控表."""
    return speaks(title, "monitoring_word") and not speaks(title, "evaluation_title")


@dataclass(slots=True, unsafe_hash=True)
class MoneyCell:
    """A printed amount: its kind as in the vocabulary (None: unknown), the group it is printed in, label and unit.

    One that is not certain is money only where the sums say so. ``row`` is where it stands, ``above`` is the label
    that spans its own: 基本支出 above 合计 and 财政拨款.
    """

    kind: str | None
    group: Group
    label: Printed
    printed: Printed
    unit: str
    is_certain: bool = True
    row: int = -1
    above: Printed = NOTHING

    @property
    def amount(self) -> Printed:
        """The amount alone; the whole cell where it is none."""
        noted = amount_and_notes(self.printed.text)
        return self.printed.strip()[: len(noted.amount)] if noted is not None else self.printed

    @property
    def notes(self) -> Printed:
        """What stands in brackets behind the amount, its composition; NOTHING where nothing does."""
        noted = amount_and_notes(self.printed.text)
        return self.printed.strip()[noted.end :][: len(noted.notes)].strip() if noted is not None else NOTHING


@dataclass(slots=True, eq=False)
class ExecutionLine:
    """A line of the table of execution: its label, and its cells by column.

    ``weight_said`` is the weight in brackets in a label of its score or of the table, with which it is booked;
    ``units`` are the units of money of columns that print another one than the line's. ``is_changed`` where the column
    of the adjusted budget prints what was added to the budget; ``columns`` are the labels of the columns.
    """

    kind: str
    label: Printed
    unit: str
    cells: dict[str, Printed] = field(default_factory=dict)
    weight_said: str = ""
    units: dict[str, str] = field(default_factory=dict)
    is_changed: bool = False
    columns: dict[str, Printed] = field(default_factory=dict)

    def wan(self, column: str) -> Decimal | None:
        """The amount in a column, 万元; None where none is printed and for what cannot be read."""
        if column == "adjusted" and self.is_changed:
            parts = self._wan("budget"), self._wan(column)
            return parts[0] + parts[1] if parts[0] is not None and parts[1] is not None else None
        return self._wan(column)

    def _wan(self, column: str) -> Decimal | None:
        if column not in self.cells:
            return None
        text = self.cells[column].text
        noted = amount_and_notes(text)  # 120（追加20）
        return read_wan(noted.amount if noted is not None else text, self.units.get(column, self.unit))


@dataclass(slots=True)
class LabelledForm:
    """One form of the document: its title, then what was read below it.

    ``below`` is the line below the title that nothing else reads, ``year`` is the one it is of, where that is known,
    ``entries`` are what its geometry gave, ``sums_of_tasks`` is the row 合计 below the tasks, ``labels`` are to be
    booked with it, ``fields`` are texts that became part of an indicator, ``unread`` texts that no label names, each
    with why, ``of_regions`` amounts of each of several regions, ``of_years`` of other years than the form's.
    """

    title: Printed = NOTHING
    below: Printed = NOTHING
    entries: list[Entry] = field(default_factory=list)
    money_unit: str | None = None
    year: int | None = None
    names: dict[str, Printed] = field(default_factory=dict)
    values: dict[str, list[Printed]] = field(default_factory=dict)
    attributes: list[tuple[Printed, list[Printed]]] = field(default_factory=list)
    money: list[MoneyCell] = field(default_factory=list)
    executions: list[ExecutionLine] = field(default_factory=list)
    rows_of_pairs: list[int] = field(default_factory=list)
    cycle: Printed = NOTHING
    grid: IndicatorGrid | None = None
    indicators: list[PrintedIndicator] = field(default_factory=list)
    totals: list[tuple[int, Printed]] = field(default_factory=list)
    tasks: list[list[Entry]] = field(default_factory=list)
    sums_of_tasks: list[Entry] = field(default_factory=list)
    labels: list[FormLabel] = field(default_factory=list)
    fillers: list[Printed] = field(default_factory=list)
    fields: list[Printed] = field(default_factory=list)
    unread: list[Printed] = field(default_factory=list)
    of_regions: list[Printed] = field(default_factory=list)
    of_years: list[Printed] = field(default_factory=list)

    @property
    def is_named(self) -> bool:
        """True once the project's name was read."""
        return "project_name" in self.values

    @property
    def is_monitored(self) -> bool:
        """True where the title says so, or the grid has columns of monitoring and none of the year's actual values."""
        return is_monitored(self.title.text) or (self.grid is not None and self.grid.is_monitored)

    @property
    def is_evaluated(self) -> bool:
        """True where execution or actual values were read, of the year and not of a part of it."""
        has_actual = self.grid is not None and self.grid.has_actual and not self._awaits_answers
        is_plan = speaks(self.title.text, "target_title")
        is_said = bool(self.executions) or has_actual or any(own.actual for own in self.indicators)
        is_said = is_said or (not is_plan and any(own.score for own in self.indicators))  # nothing planned is scored
        return is_said and not self.is_monitored

    @property
    def _awaits_answers(self) -> bool:
        """True for a plan by its title whose columns of actual values, scores and reasons are left for later."""
        is_plan = speaks(self.title.text, "target_title") and not speaks(self.title.text, "evaluation_title")
        return is_plan and not any(own.actual or own.score or own.reason for own in self.indicators)

    def text(self, kind: str) -> Printed:
        """All that was printed under a label; NOTHING where the form has none."""
        first, *others = self.values.get(kind) or [NOTHING]
        return first.followed_by(*others) if others else first

    def filled(self) -> Iterable[tuple[str, list[Printed]]]:
        """Attributes with their values, label as printed without colon."""
        for label, values in self.attributes:
            if any(values):
                yield label.text.strip("：: "), [value for value in values if value]
