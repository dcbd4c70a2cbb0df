"""The rows of a labelled form: labels before or above their values, tables of money, the grid of indicators."""

from collections.abc import Mapping

from ingest.forms.labelled.form import ExecutionLine, LabelledForm, MoneyCell
from ingest.forms.labelled.grid import read_grid_header
from ingest.forms.labelled.grid_reader import begin_grid, leaves_grid, read_row
from ingest.forms.labelled.labels import (
    AMOUNT_KINDS,
    EXECUTION_COLUMNS,
    EXECUTION_KINDS,
    GOAL_KINDS,
    FormLabel,
    book_label,
    read_label,
)
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_amount
from ingest.grammar.years import year_range
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, PrintedCells

_TEXT_KINDS = frozenset(("attribute", "project_name", "form_unit", "form_department", "reply")) | GOAL_KINDS
Labels = Mapping[int, FormLabel]


class RowReader:
    """Reads rows into ``form``, booking their labels; values are booked when the form is landed."""

    def __init__(self, ledger: Ledger, reading: FormReading, form: LabelledForm) -> None:
        self._ledger, self._reading, self._form = ledger, reading, form

    def read(self, cells: PrintedCells) -> None:
        """Read one row."""
        form = self._form
        header = read_grid_header({index: cell.text for index, cell in cells.items()})
        if header is not None:
            begin_grid(self._ledger, form, header, cells)
        elif form.in_grid and not leaves_grid(form, cells):
            read_row(self._ledger, form, cells)
        else:
            form.in_grid = False
            self._read_labelled(cells)

    def _labels(self, cells: PrintedCells) -> dict[int, FormLabel]:
        """The labels of a row by cell; a text that answers a label is none, though its words be those of one."""
        found: dict[int, FormLabel] = {}
        open_label: FormLabel | None = None
        for index, cell in cells.items():
            label = read_label(cell)
            if label is not None and open_label is not None and open_label.kinds & _TEXT_KINDS:
                is_answer = bool(label.value) or not label.kinds - AMOUNT_KINDS or label.kinds <= {"attribute", "block"}
                is_header = bool(open_label.kinds & GOAL_KINDS and label.kinds & GOAL_KINDS)
                if is_answer and not is_header and not self._is_pair(cells, index):
                    label = None
            if label is not None:
                found[index] = label
                open_label = None if label.value else label
            else:
                open_label = None
        return found

    def _is_pair(self, cells: PrintedCells, index: int) -> bool:
        """True where the label at ``index`` has a value of its own behind it: then the label before it has none."""
        behind = next((cell for at, cell in cells.items() if at > index), None)
        return behind is not None and read_label(behind) is None

    def _read_labelled(self, cells: PrintedCells) -> None:
        labels = self._labels(cells)
        has_values = len(cells) > len(labels) or any(label.value for label in labels.values())
        kinds = [label.kinds for label in labels.values()]
        if sum(bool(kind & EXECUTION_KINDS) for kind in kinds) > 1 and not has_values:
            self._read_execution_header(labels)
        elif self._form.execution_columns and any(kind & AMOUNT_KINDS for kind in kinds):
            self._read_execution_line(cells, labels)
        elif not has_values and self._is_header(labels):
            self._read_column_header(labels)
        elif self._stands_below(cells, labels):
            self._read_below(cells, labels)
        else:
            self._read_pairs(cells, labels)

    def _stands_below(self, cells: PrintedCells, labels: Labels) -> bool:
        """True for values under the labels of the row above: texts, perhaps beside their block's label, or amounts."""
        columns = self._form.columns.values()
        if any(column.kinds & AMOUNT_KINDS for column in columns):
            amounts = [read_amount(cell.text) for cell in cells.values()]
            return not labels and not any(amount is not None and amount.is_damaged for amount in amounts)
        return bool(columns) and all(label.kinds & {"overall_goal", "block"} for label in labels.values())

    def _read_execution_header(self, labels: Labels) -> None:
        for index, label in labels.items():
            self._book(label)
            column = label.only(EXECUTION_COLUMNS)
            if column:
                self._form.execution_columns[index] = column

    def _read_execution_line(self, cells: PrintedCells, labels: Labels) -> None:
        """A line of the table of execution, perhaps a column too far left or right."""
        form = self._form
        at = max(index for index, label in labels.items() if label.kinds & AMOUNT_KINDS)
        for label in labels.values():
            self._book(label)
        others = [index for index in cells if index not in labels]
        shift = max((0, -1, 1), key=lambda s: (sum(index - s in form.execution_columns for index in others), -abs(s)))
        line = ExecutionLine(labels[at].only(AMOUNT_KINDS) or "", labels[at].label, self._unit(labels[at]))
        for index in others:
            column = form.execution_columns.get(index - shift)
            if column:
                line.cells[column] = cells[index]
        form.executions.append(line)

    @staticmethod
    def _is_header(labels: Labels) -> bool:
        """True for a row of labels whose values stand below: two goals, one goal after its block, kinds of money."""
        goals = [label for label in labels.values() if label.kinds & GOAL_KINDS]
        money = [label for label in labels.values() if label.kinds & AMOUNT_KINDS]
        return bool(goals) or len(money) > 2

    def _read_column_header(self, labels: Labels) -> None:
        form = self._form
        for label in labels.values():
            self._book(label)
        inner = {at: label for at, label in labels.items() if label.kinds & (GOAL_KINDS - {"overall_goal"})}
        money = {at: label for at, label in labels.items() if label.kinds & AMOUNT_KINDS}
        form.columns = inner or {at: label for at, label in labels.items() if label.kinds & GOAL_KINDS} or money
        form.pending = None

    def _book_cycle_goal(self, label: FormLabel) -> None:
        """Book the label of the cycle's goal; the years in its brackets are a field."""
        text = label.label.text
        years = next((at for at in range(len(text)) if text[at] in "（(【["), None)
        found = year_range(text[years:]) if years is not None else None
        if years is None or found is None or self._form.cycle:
            self._book_label(label)
            return
        end = max(text.rfind(mark) for mark in "）)】]")
        self._ledger.label(label.label[: years + 1])
        self._form.cycle = self._ledger.field(label.label[years + 1 : end].strip())
        self._ledger.label(label.label[end:].strip())

    def _read_below(self, cells: PrintedCells, labels: Labels) -> None:
        """Texts under the labels of the row above: as many in order, else each by its column."""
        form = self._form
        for label in labels.values():
            self._book(label)
        filled = [index for index in cells if index not in labels]
        above = list(form.columns)
        for place, index in enumerate(filled):
            if len(filled) == len(above):
                column = above[place]
            else:
                column = max((at for at in above if at <= index), default=above[0])
            self._fill(form.columns[column], column, cells[index])

    def _fill(self, label: FormLabel, column: int, value: Printed) -> None:
        form = self._form
        if label.kinds & AMOUNT_KINDS:
            self._take_money(label, column, value)
            return
        kind = label.only(GOAL_KINDS)
        assert kind is not None
        form.values.setdefault(kind, []).append(value)

    def _read_pairs(self, cells: PrintedCells, labels: Labels) -> None:
        """Labels, each followed by its value; a row without labels goes on with the text above it."""
        form = self._form
        waiting: tuple[int, FormLabel] | None = None
        if labels:
            form.columns = {}
        for index, cell in cells.items():
            label = labels.get(index)
            if label is not None:
                self._book(label)
                waiting = (index, label)
                if label.value:
                    self._take(label, index, label.value)
                    waiting = None
            elif waiting is not None:
                is_total = "total_score" in waiting[1].kinds
                self._take(waiting[1], index if is_total else waiting[0], cell)
                waiting = None
            elif not labels and form.pending is not None:
                form.pending.append(cell)
            elif labels and "total_score" in next(iter(labels.values())).kinds:
                form.totals.append((index, cell))
            else:
                self._ledger.leave(cell, "no label says what it is")

    def _take(self, label: FormLabel, column: int, value: Printed) -> None:
        form = self._form
        if "total_score" in label.kinds and form.grid is not None:
            form.totals.append((column, value))
        elif label.kinds & AMOUNT_KINDS:
            self._take_money(label, column, value)
        elif label.kinds & EXECUTION_COLUMNS:
            self._take_execution(label, value)
        else:
            form.take(label, value)

    def _take_money(self, label: FormLabel, column: int, value: Printed) -> None:
        form = self._form
        kind = label.only(AMOUNT_KINDS)
        assert kind is not None
        if kind.endswith("_total"):
            form.sides[column] = kind.removesuffix("_total")
        form.money.append(MoneyCell(kind, form.side_of(column), label.label, value, self._unit(label)))

    def _take_execution(self, label: FormLabel, value: Printed) -> None:
        """`预算数：100`, `执行数：95` as labels of their own: the line of all money."""
        form = self._form
        column = label.only(EXECUTION_COLUMNS)
        assert column is not None
        line = next((line for line in form.executions if line.kind == "annual_total"), None)
        if line is None:
            line = ExecutionLine("annual_total", label.label, self._unit(label))
            form.executions.append(line)
        line.cells.setdefault(column, value)

    def _book(self, label: FormLabel) -> None:
        if "cycle_goal" in label.kinds:
            self._book_cycle_goal(label)
        else:
            self._book_label(label)

    def _book_label(self, label: FormLabel) -> None:
        unit = book_label(self._ledger, self._reading, label.label)
        if unit is not None:
            self._form.block_unit = unit

    def _unit(self, label: FormLabel) -> str:
        """The unit of money of a label: its own, its block's, the form's or the document's."""
        form = self._form
        return form.block_unit or form.money_unit or self._reading.money_unit
