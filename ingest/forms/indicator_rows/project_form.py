"""One project of a list as a labelled form: goals, money, attributes and indicators, before anything is landed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import takewhile

from ingest.forms.indicator_rows.headers.columns import TEXTS, HeadColumn, ListColumns, head_column
from ingest.forms.indicator_rows.headers.level_column import LevelColumn
from ingest.forms.indicator_rows.headers.told import amounts_told, rate_and_score, take_sections, with_total_score
from ingest.forms.indicator_rows.level_cells import indicators_of_level, says_something
from ingest.forms.indicator_rows.parts import ONE_AGAIN, OTHER_COLUMNS
from ingest.forms.indicator_rows.project_rows import ListLine, ProjectRows
from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.form import ExecutionLine, LabelledForm, MoneyCell
from ingest.forms.labelled.grid.columns import IndicatorGrid
from ingest.forms.labelled.grid.fit import placed
from ingest.forms.labelled.grid.inferred.to_date import with_progress
from ingest.forms.labelled.grid.levels import contradict
from ingest.forms.labelled.grid.names.inside import WHOLE_WEIGHTS, parted, with_rests
from ingest.forms.labelled.grid.names.ordinals import unnumbered
from ingest.forms.labelled.grid.row import grid_labels, read_grid_row
from ingest.forms.labelled.labels import grid_column, speaks
from ingest.forms.labelled.meaning.execution.lines import mark_change
from ingest.grammar.amounts import is_amount
from ingest.grammar.quantities import read_score
from ingest.source.printed import NOTHING, Printed, fold

# 总分（含执行率10分）
_WEIGHT_SAID = re.compile(r"(\d{1,2}(?:\.\d+)?)\s*分")
_OF_MONEY = ("money", "execution", "attribute")
_BOOKED_ELSEWHERE = ("unit", "unit_code", "department", "region")


@dataclass(slots=True)
class ProjectForm:
    """A project's form, the rows left with their reasons, and the indicators whose level is in doubt."""

    form: LabelledForm
    left: list[tuple[ListLine, str]] = field(default_factory=list)
    doubtful_levels: list[tuple[PrintedIndicator, str]] = field(default_factory=list)


@dataclass(slots=True)
class _GridRow:
    """A row of the grid as read: its indicator, what was understood of it, and what was not."""

    line: ListLine
    printed: PrintedIndicator | None
    fields: list[Printed]
    labels: list[Printed]
    unread: list[Printed]
    is_misplaced: bool = False
    is_carried: bool = False


def project_form(columns: ListColumns, project: ProjectRows, unit: str) -> ProjectForm:
    """The form of a project; ``unit`` is that of money where no column prints one."""
    form = LabelledForm(grid=columns.grid)
    found = ProjectForm(form)
    rows = _level_rows(columns, project) if columns.levels else None
    rows = _grid_rows(columns.grid, project, columns.merged) if rows is None else rows
    kept = _kept(rows, project.doubted)
    found.left += [(row.line, ONE_AGAIN) for row in rows[len(kept) :]]
    # behind a row out of place nobody knows whose the rows are that print no name
    sound = list(takewhile(lambda row: not row.is_misplaced, kept))
    found.left += [(row.line, OTHER_COLUMNS) for row in kept[len(sound) :]]
    for row in sound:
        _take_row(found, row)
    form.indicators = unnumbered(with_rests(parted(form.indicators, columns.grid)), form.fillers)
    lines = [row.line for row in sound]
    execution = ExecutionLine("annual_total", NOTHING, unit)
    taker = _ColumnTaker(form, execution, unit, columns.has_actual)
    for at, head in with_total_score(columns.heads).items():
        if head.role not in _BOOKED_ELSEWHERE:
            taker.take(head, at, lines)
    for line in project.scores:
        taker.take_scores(line)
    mark_change(execution)
    if execution.cells:
        form.executions.append(execution)
    return found


def _level_rows(columns: ListColumns, project: ProjectRows) -> list[_GridRow]:
    """The indicators of levels that stand side by side, row by row, and what no level holds.

    The reason that a row prints for a shortfall is that of each of its indicators.
    """
    rows, places = [], {at for level in columns.levels for at in level.places}
    reasons = [at for at, head in columns.heads.items() if grid_column(head.label) == "reason"]
    for line in project.lines:
        reason = next((line.heads[at] for at in reasons if at in line.heads), None)
        read = {level.places: _with_reason(level, line, reason) for level in columns.levels}
        found = [own for indicators in read.values() for own in indicators]
        used = {at for own, indicators in read.items() if indicators for at in own}
        empty = [cell for at, cell in line.cells.items() if at in places and not says_something(cell.text)]
        fields = [cell for at, cell in line.cells.items() if at in used and says_something(cell.text)]
        fields = [cell for at, cell in line.cells.items() if at >= 0 and cell in fields]  # those below are a header's
        others = [cell for at, cell in line.cells.items() if at >= 0 and cell not in fields and cell not in empty]
        rows.append(_GridRow(line, next(iter(found), None), fields, empty, others))
        rest = replace(line, heads={}, cells={})
        rows += [_GridRow(rest, printed, [], [], []) for printed in found[1:]]
    return rows


def _with_reason(level: LevelColumn, line: ListLine, reason: Printed | None) -> list[PrintedIndicator]:
    found = indicators_of_level(level, line.cells)
    return [replace(own, reason=reason) if own.actual is not None else own for own in found]


def _grid_rows(grid: IndicatorGrid | None, project: ProjectRows, merged: frozenset[int]) -> list[_GridRow]:
    if grid is None:
        return [_GridRow(line, None, [], [], list(line.cells.values())) for line in project.lines]
    grid.carried1 = grid.carried2 = NOTHING
    rows = []
    for line in project.lines:
        grid.shift = 0
        if line.prints_elsewhere(grid.at("level1"), merged):
            grid.carried1 = NOTHING
        if line.prints_elsewhere(grid.at("level2"), merged):
            grid.carried2 = NOTHING
        rows.append(_grid_row(grid, line))
    return rows


def _grid_row(grid: IndicatorGrid, line: ListLine) -> _GridRow:
    row = _GridRow(line, None, [], [], [])
    if not line.cells:
        return row
    cells, shift = placed(grid, line.cells)
    if shift != 0:
        row.is_misplaced, row.unread = True, list(cells.values())
        return row
    printed = read_grid_row(grid, cells)
    printed = with_progress(grid, cells, printed) if printed is not None else None
    if printed is None:
        row.labels = list(grid_labels(grid, cells))
        row.unread = [cell for cell in cells.values() if not any(cell is label for label in row.labels)]
        return row
    row.printed = printed
    row.is_carried = grid.at("level1") not in cells
    row.fields, row.unread = grid.understood(cells)
    return row


def _kept(rows: list[_GridRow], doubted: int | None) -> list[_GridRow]:
    """The rows of a project without those in doubt, unless the weights of all of them are whole."""
    if doubted is None or _weights(rows) in WHOLE_WEIGHTS:
        return rows
    return rows[:doubted]


def _weights(rows: list[_GridRow]) -> Decimal | None:
    """The weights of rows added up; None where one lacks."""
    printed = [row.printed.weight for row in rows if row.printed is not None]
    read = [read_score(weight.text) if weight is not None else None for weight in printed]
    known = [weight for weight in read if weight is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(read) else None


def _take_row(found: ProjectForm, row: _GridRow) -> None:
    form = found.form
    form.fields += row.fields
    form.fillers += row.labels
    form.unread += row.unread
    if row.printed is None:
        return
    printed = row.printed
    if row.is_carried and contradict(printed):
        printed = replace(printed, level1=None)
        found.doubtful_levels.append((printed, "the first level carried down is not that of the second level"))
    elif printed.level1 is None and printed.level2 is None:
        found.doubtful_levels.append((printed, "no level of the indicator is printed in its project"))
    form.indicators.append(printed)


@dataclass(frozen=True, slots=True)
class _ColumnTaker:
    """Sorts what a project's rows print in columns into its form; ``unit`` is that of money where none is printed."""

    form: LabelledForm
    execution: ExecutionLine
    unit: str
    is_evaluation: bool

    def take(self, head: HeadColumn, at: int, lines: Sequence[ListLine]) -> None:
        """Take a column; a text printed again is a label."""
        values: list[Printed] = []
        for line in lines:
            cell = line.heads.get(at, NOTHING)
            if cell and any(fold(cell.text) == fold(value.text) for value in values):
                self.form.fillers.append(cell)
            elif cell:
                values.append(cell)
        if not values:
            return
        if head.role in _OF_MONEY and (told := amounts_told(head.label, values[0])):
            for label, printed, value in told:
                self.form.fillers.append(printed)
                self._take(head_column(label, head.label), at, [value])
            values = values[1:]
            self.form.unread += values
        else:
            self._take(head, at, values)

    def take_scores(self, line: ListLine) -> None:
        """Take the row of the total score, whose label may say the weight of execution: 总分（含执行率10分）."""
        (_, label), *others = line.sorted_cells
        self.form.fillers.append(label)
        self.form.totals += others
        self._take_weight(label.text)

    def _take_weight(self, label: str) -> None:
        said = _WEIGHT_SAID.search(label)
        if said is not None and speaks(label, "execution_rate_word"):
            self.execution.weight_said = said[1]

    def _take(self, head: HeadColumn, at: int, values: list[Printed]) -> None:
        form, label, unit = self.form, Printed(head.label, range(0)), head.unit or self.unit
        if head.role == "number":
            form.fillers += values
        elif head.role == "money" and head.kind is None and not is_amount(values[0].text):
            form.attributes.append((label, values))
        elif head.role == "money" or (head.role == "execution" and not self.is_evaluation and head.kind == "budget"):
            kind = "annual_total" if head.role == "execution" else head.kind
            form.money.append(MoneyCell(kind, ("row", 0), label, values[0], unit))
            form.unread += values[1:]
        elif head.role == "execution" and self.is_evaluation and head.kind is not None:
            self.execution.label, self.execution.unit = label, unit
            self._take_weight(head.label)
            self.execution.cells |= {head.kind: values[0]}
            self.execution.units[head.kind] = unit
            if (parts := rate_and_score(head.label, values[0])) is not None:
                rate, score, signs = parts
                self.execution.cells |= {"execution_rate": rate, "execution_score": score}
                form.fillers += signs
            form.unread += values[1:]
        elif head.role == "score":
            form.totals.append((at, values[0]))
            form.unread += values[1:]
        elif head.role == "sections":
            for value in values:
                take_sections(form, value)
        elif head.role in TEXTS:
            form.values.setdefault(head.role, []).extend(values)
        else:
            form.attributes.append((label, values))
