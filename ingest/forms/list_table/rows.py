"""The rows of a 项目支出绩效目标表, however it is laid out, to units, projects, funding and indicators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.forms.indicators import issue, read_indicators
from ingest.forms.list_table.arrange import IMPOSSIBLE, Candidate, arrange
from ingest.forms.list_table.figures import DOCUMENT, MEASURES, FigurePlace, Section
from ingest.forms.list_table.reconcile import Repair, repair
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import Amount, is_stray, read_amount, wan
from ingest.grammar.funding_sources import FUNDING_SOURCES
from ingest.rows import FundingRow, ProjectRow, RepairRow, TotalRow, UnitRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, bounds, fold
from ingest.vocabulary import words

_AGAINST_INDENT = 50.0
_AGAINST_NAME = 3.0
_UNDECIDED_NAME = 1.0


@dataclass(slots=True)
class ListRow:
    """A row of the table: cells as printed; ``is_indented`` where the layout marks projects by indentation."""

    name: Printed
    amounts: dict[str, Printed]
    goal: Printed = NOTHING
    indicators: Printed = NOTHING
    is_indented: bool | None = None
    figures: dict[str, Amount] = field(default_factory=dict)

    def read_figures(self, unit: str) -> None:
        """Read the printed amounts, in ``unit``, into ``figures``; blank cells are left out."""
        self.figures = {}
        for measure, printed in self.amounts.items():
            amount = read_amount(printed.text, unit)
            if amount is not None:
                self.figures[measure] = amount


def assemble(ledger: Ledger, reading: FormReading, rows: Sequence[ListRow]) -> None:
    """Turn the table's rows into ``reading``: structure and repairs by arithmetic, every text booked."""
    body, sections, grand = arrange_rows(reading, rows)
    repairs = repair([row.figures for row in body], sections, grand.figures if grand else None)
    table = _Table(ledger, reading, body, repairs)
    if grand is not None:
        ledger.label(grand.name)
        table.totals(DOCUMENT, grand, "document", None, None)
        reading.printed_total_wan = table.amount(FigurePlace(DOCUMENT, "total"), grand)
    for unit_seq, section in enumerate(sections, start=1):
        table.section(unit_seq, section)


def arrange_rows(reading: FormReading, rows: Sequence[ListRow]) -> tuple[list[ListRow], list[Section], ListRow | None]:
    """Read the figures; gives the rows without 合计, their sections, and the row 合计 where one is printed."""
    for row in rows:
        row.read_figures(reading.money_unit)
    grand = next((row for row in rows if _is_grand_total(row)), None)
    body = [row for row in rows if row is not grand]
    return body, arrange([_candidate(row, reading) for row in body], grand.figures if grand else None), grand


def _is_grand_total(row: ListRow) -> bool:
    return fold(row.name.text) in words("form_labels", "grand_total")


def _candidate(row: ListRow, reading: FormReading) -> Candidate:
    """How unlikely it is, by its looks, that a row is a unit or that it is a project."""
    if row.goal or row.indicators:
        unit_cost, project_cost = IMPOSSIBLE, 0.0
    elif fold(row.name.text) == fold(reading.department or ""):
        unit_cost, project_cost = 0.0, _AGAINST_NAME
    else:
        unit_cost, project_cost = _name_costs(row.name.text)
    if row.is_indented is not None:
        unit_cost += _AGAINST_INDENT if row.is_indented else 0.0
        project_cost += 0.0 if row.is_indented else _AGAINST_INDENT
    return Candidate(row.figures, unit_cost, project_cost)


def _name_costs(name: str) -> tuple[float, float]:
    stem = fold(name)
    while stem.endswith(")") and "(" in stem[1:]:
        stem = stem[: stem.rindex("(")]
    lengths = {
        kind: max((len(w) for w in words("name_endings", kind) if stem.endswith(w)), default=0)
        for kind in ("unit", "project")
    }
    if lengths["unit"] > lengths["project"]:
        return 0.0, _AGAINST_NAME
    if lengths["project"]:
        return _AGAINST_NAME, 0.0
    return _UNDECIDED_NAME, _UNDECIDED_NAME


class _Table:
    """The table being turned into rows: printed cells, and the repairs its arithmetic proves."""

    def __init__(
        self, ledger: Ledger, reading: FormReading, rows: Sequence[ListRow], repairs: Mapping[FigurePlace, Repair]
    ) -> None:
        self._ledger, self._reading, self._rows, self._repairs = ledger, reading, rows, repairs

    def amount(self, cell: FigurePlace, row: ListRow) -> Decimal | None:
        """The value of a figure in 万元, repaired where proved; None where blank or unreadable."""
        repaired, figure = self._repairs.get(cell), row.figures.get(cell.measure)
        value = repaired.value if repaired is not None else figure.value if figure is not None else None
        return wan(value, self._reading.money_unit) if value is not None else None

    def section(self, unit_seq: int, section: Section) -> None:
        """A unit with its projects."""
        if section.unit is None:
            self._unit(unit_seq, self._rows[section.projects[0]], is_printed=False)
        else:
            row = self._rows[section.unit]
            self._unit(unit_seq, row, is_printed=True)
            self.totals(section.unit, row, "unit", unit_seq, None)
        for index in section.projects:
            self._project(index, self._rows[index], unit_seq)

    def _unit(self, unit_seq: int, row: ListRow, is_printed: bool) -> None:
        name = self._ledger.field(row.name).text if is_printed else self._reading.department or row.name.text
        self._reading.units.append(UnitRow(unit_seq, name, is_printed, **self._ledger.place(row.name)))

    def totals(self, index: int, row: ListRow, level: str, unit_seq: int | None, project_seq: int | None) -> None:
        """The printed totals of a row: all measures of 合计 and of a unit, 总计 alone of a project."""
        for measure in MEASURES if level != "project" else ("total",):
            cell, figure = FigurePlace(index, measure), row.figures.get(measure)
            repaired = self._repairs.get(cell)
            if repaired is not None:
                self._repair(cell, row, level, unit_seq, project_seq, repaired)
            if figure is None or (repaired is not None and repaired.value == 0 and is_stray(figure.printed)):
                continue
            printed = row.amounts[measure]
            if repaired is None:
                self._ledger.field(printed)
            self._reading.totals.append(
                TotalRow(
                    level,
                    unit_seq,
                    project_seq,
                    measure,
                    printed.text,
                    self.amount(cell, row),
                    repaired is not None,
                    **self._ledger.place(printed),
                )
            )

    def _project(self, index: int, row: ListRow, unit_seq: int) -> None:
        seq = len(self._reading.projects) + 1
        goal = self._ledger.field(row.goal) if row.goal else None
        goal_start, goal_end = bounds(goal)
        self._reading.projects.append(
            ProjectRow(
                project_seq=seq,
                unit_seq=unit_seq,
                project_name=self._ledger.field(row.name).text,
                annual_goal=goal.text if goal else None,
                cycle_goal=None,
                cycle_start_year=None,
                cycle_end_year=None,
                reply=None,
                **self._ledger.place(row.name),
                annual_goal_start=goal_start,
                annual_goal_end=goal_end,
                cycle_goal_start=None,
                cycle_goal_end=None,
            )
        )
        self.totals(index, row, "project", unit_seq, seq)
        is_proved = self._adds_up(index, row)
        for source in FUNDING_SOURCES:
            self._funding(FigurePlace(index, source), row, unit_seq, seq, is_proved)
        if row.indicators:
            read_indicators(self._ledger, self._reading, seq, row.indicators)

    def _adds_up(self, index: int, row: ListRow) -> bool:
        """True where a row prints a total and its sources give it, repaired figures included."""
        figures = {measure: self.amount(FigurePlace(index, measure), row) for measure in MEASURES}
        if figures["total"] is None or any(figures[measure] is None for measure in row.figures):
            return False
        return figures["total"] == sum((figures[source] or Decimal(0) for source in FUNDING_SOURCES), Decimal(0))

    def _funding(self, cell: FigurePlace, row: ListRow, unit_seq: int, project_seq: int, is_proved: bool) -> None:
        figure, repaired, value = row.figures.get(cell.measure), self._repairs.get(cell), self.amount(cell, row)
        printed = row.amounts.get(cell.measure, NOTHING)
        if repaired is not None:
            self._repair(cell, row, "project", unit_seq, project_seq, repaired)
        elif figure is not None and value is None:
            self._ledger.leave(printed, "amount cannot be read and no sum proves it")
            message = f"{cell.measure} cannot be read and no sum proves it"
            self._reading.issues.append(issue(self._ledger, "amount_unreadable", printed, message, project_seq))
        elif figure is not None:
            self._ledger.field(printed)
        if value is None or (repaired is not None and value == 0 and is_stray(printed.text)):
            return
        self._reading.funding.append(
            FundingRow(
                project_seq=project_seq,
                funding_source_code=cell.measure,
                amount_wan=value,
                amount_printed=printed.text or None,
                midterm_amount_wan=None,
                midterm_amount_printed=None,
                is_repaired=repaired is not None,
                **self._ledger.place_in_row(printed, row.name),
                is_proved=is_proved,
            )
        )

    def _repair(
        self,
        cell: FigurePlace,
        row: ListRow,
        level: str,
        unit_seq: int | None,
        project_seq: int | None,
        repaired: Repair,
    ) -> None:
        printed = self._ledger.field(row.amounts.get(cell.measure, NOTHING))
        self._reading.repairs.append(
            RepairRow(
                level,
                unit_seq,
                project_seq,
                cell.measure,
                printed.text,
                wan(repaired.value, self._reading.money_unit),
                repaired.proof,
                **self._ledger.place_in_row(printed, row.name),
            )
        )
