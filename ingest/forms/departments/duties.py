"""Goals of a department by its duties (部门职责—工作活动绩效目标), as Hebei publishes them.

A row names a duty with its money and goal; below it stand its indicators, each graded: what stands under 优 is the
target, what stands under 良, 中 and 差 is kept beside it.
"""

from collections.abc import Mapping
from decimal import Decimal

from ingest.forms.departments.activities import DutyRow, mark_activities
from ingest.forms.departments.duty_headers import GRADES, Header, headers_of_duties
from ingest.forms.heading import books_page_number, read_heading_line, read_year_line, say_assumed_unit, take_money_unit
from ingest.forms.indicators import PrintedIndicator, issue
from ingest.forms.labelled.bodies import named_body
from ingest.forms.labelled.evidence import evidence_of_forms
from ingest.forms.labelled.geometry.gaps import parts_of
from ingest.forms.labelled.labels import (
    fold_label,
    label_of,
    read_label,
    speaks,
)
from ingest.forms.labelled.meaning.tasks import is_grand_total, says_grand_total
from ingest.forms.labelled.rows.department_form.indicators import department_indicator
from ingest.forms.labelled.rows.department_form.ordinals import leave_ordinals
from ingest.forms.labelled.rows.unread import why_unread
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.grammar.amounts import read_wan
from ingest.grammar.codes import split_code_of_body
from ingest.rows import TotalRow
from ingest.rows.department import DepartmentBudgetRow, DepartmentGoalRow, DepartmentTaskRow
from ingest.source.blocks import Line
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, PrintedCells
from ingest.vocabulary import words

_TITLES = ("duty_title",)


def evidence(part: Part) -> Mapping[str, str]:
    """The header of a table of duties with graded indicators; forms of projects beside it are read with it."""
    found = part.ask(headers_of_duties)
    is_alone = bool(found) and not evidence_of_forms(part)
    return {"target_form": f"duties with graded indicators, line {min(found)}"} if is_alone else {}


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the tables. Never raises: what is not understood stays unbooked."""
    reading = FormReading()
    read_duties(part, ledger, reading)
    say_assumed_unit(ledger, reading)
    return reading


def read_duties(part: Part, ledger: Ledger, reading: FormReading) -> None:
    """Land the tables of a part in ``reading``."""
    headers = part.ask(headers_of_duties)
    table: _Table | None = None
    before = len(reading.department_tasks)
    for line in part.source.lines:
        cells = ledger.cells(line)
        if not cells or books_page_number(ledger, line):
            continue
        header = headers.get(line.number)
        if header is not None and (table is None or table.is_ended):
            table = _Table(ledger, reading, header, next(iter(cells.values())))
        if header is not None or (table is not None and line.number in table.header.lines):
            for cell in cells.values():
                ledger.label(cell)
        elif table is not None and (line.is_row or says_grand_total(next(iter(cells.values())).text)):
            table.row(cells, line)
        else:
            titles = [_read_above(ledger, reading, own) for own in parts_of(ledger, line)]
            if table is not None and any(titles):
                table.is_ended = True
    leave_ordinals(reading.department_tasks[before:])


def _read_above(ledger: Ledger, reading: FormReading, line: Printed) -> bool:
    """Read a line outside the table, or a part of one; true for the title of one."""
    label = read_label(line)
    is_whose = label is not None and bool(label.kinds & {"form_department", "form_unit"}) and bool(label.value)
    body = label.value if label is not None and is_whose else named_body(line)
    if body is not None:
        ledger.label(line[: len(line.text) - len(body.text)].strip())
        coded = split_code_of_body(body)
        ledger.fields([coded.name, coded.code])
        for other in coded.others:
            ledger.label(other)
        name = coded.name.text
        if reading.department is None:
            reading.department, reading.department_code = name, coded.code.text or None
        elif name not in (reading.department, *reading.other_departments):
            reading.other_departments.append(name)
        return False
    rest = take_money_unit(ledger, reading, line)
    is_title = fold_label(rest.text).endswith(words("form_labels", "duty_title"))
    if rest and not read_year_line(ledger, reading, rest) and not read_heading_line(ledger, reading, rest, _TITLES):
        ledger.leave(rest, "a line outside the form")
    return is_title


class _Table:
    """Lands the rows of one table as a form of the department."""

    def __init__(self, ledger: Ledger, reading: FormReading, header: Header, first: Printed) -> None:
        self._ledger, self._reading, self.header = ledger, reading, header
        self._seq = len(reading.department_goals) + 1
        self.is_ended = False
        self._rows: list[DutyRow] = []
        self._best = next(at for at, grade in header.grades.items() if grade == GRADES[0])
        reading.department_goals.append(
            DepartmentGoalRow(self._seq, None, None, None, None, None, **ledger.place(first))
        )

    def row(self, cells: PrintedCells, line: Line) -> None:
        """Read a row: a duty, an indicator, both, or the total of the duties' money."""
        header = self.header
        duty, name = cells.get(header.duty), cells.get(header.name)
        if duty is not None and (is_grand_total(duty.text) or says_grand_total(duty.text)):
            self._total(duty, cells)
            return
        if duty is not None:
            self._duty(duty, cells)
            task, indent = self._reading.department_tasks[-1], duty.span.start - line.cells[header.duty].start
            self._rows.append(DutyRow(task, indent, has_indicator=name is not None))
            mark_activities(self._rows)
        if name is not None:
            self._indicator(name, cells)
        known = {header.duty, header.money, header.name, *header.texts, *header.goals, *header.notes, *header.grades}
        for at, cell in cells.items():
            if at not in known or (name is None and at in header.grades):
                self._ledger.leave(cell, why_unread(cell))

    def _duty(self, duty: Printed, cells: PrintedCells) -> None:
        money = cells.get(self.header.money) if self.header.money is not None else None
        value = self._amount(money)
        texts = [self._ledger.field(cells[at]).text for at in self.header.texts if at in cells]
        goals = [self._ledger.field(cells[at]).text for at in self.header.goals if at in cells]
        form = self._reading.department_goals[-1]
        form.annual_goal = "；".join([*([form.annual_goal] if form.annual_goal else []), *goals]) or None
        rows = self._reading.department_tasks
        rows.append(
            DepartmentTaskRow(
                form_seq=self._seq,
                task_seq=len(rows) + 1,
                task_name=self._ledger.field(duty).text,
                content="；".join(texts) or None,
                amount_wan=value,
                amount_printed=money.text if money is not None and value is not None else None,
                **self._ledger.place(duty),
            )
        )

    def _amount(self, printed: Printed | None) -> Decimal | None:
        if printed is None:
            return None
        value = read_wan(printed.text, self.header.unit or self._reading.money_unit)
        if value is None:
            self._ledger.leave(printed, "amount cannot be read")
            self._reading.issues.append(issue(self._ledger, "amount_unreadable", printed, "amount cannot be read"))
        else:
            self._ledger.field(printed)
        return value

    def _indicator(self, name: Printed, cells: PrintedCells) -> None:
        target = cells.get(self._best)
        for cell in (name, target) if target is not None else (name,):
            self._ledger.field(cell)
        noted = [(self._ledger.field(cells[at]).text, "") for at in self.header.notes if at in cells]
        graded = [
            (self._ledger.field(cells[at]).text, grade)
            for at, grade in self.header.grades.items()
            if at in cells and at != self._best
        ]
        note = "；".join(f"{grade}：{text}" if grade else text for text, grade in (*noted, *graded))
        rows = self._reading.department_indicators
        printed = PrintedIndicator(
            whole=name, ordinal=None, level1=None, level2=None, code1=None, code2=None,
            name=name, cycle=None, annual=target, note=note or None,
        )  # fmt: skip
        number = sum(row.form_seq == self._seq for row in rows) + 1
        rows.append(department_indicator(self._ledger, self._seq, number, printed))

    def _total(self, label: Printed, cells: PrintedCells) -> None:
        money = cells.get(self.header.money) if self.header.money is not None else None
        if says_grand_total(label.text):
            own = label_of(label)
            cells = {at: cell for at, cell in cells.items() if cell is not label}
            label, money = own.label, own.value
        value = self._amount(money)
        self._ledger.label(label)
        if money is not None and value is not None:
            place = self._ledger.place(money)
            self._reading.totals.append(
                TotalRow(
                    "document", None, None, "total", money.text, value, False, **place,
                    amount_kind="tasks", form_seq=self._seq,
                )
            )  # fmt: skip
            if speaks(label.text, "whole_word"):  # 部门预算合计: that of the department
                self._budget(label, money, value)
        for cell in cells.values():
            if cell not in (label, money):
                self._ledger.leave(cell, why_unread(cell))

    def _budget(self, label: Printed, money: Printed, value: Decimal) -> None:
        added = sum((row.task.amount_wan or Decimal(0) for row in self._rows if not row.task.is_part), Decimal(0))
        self._reading.department_budget.append(
            DepartmentBudgetRow(
                form_seq=self._seq,
                item="total",
                item_printed=label.text.strip("：: "),
                amount_wan=value,
                amount_printed=money.text,
                initial_wan=None,
                executed_wan=None,
                execution_rate=None,
                execution_weight=None,
                execution_score=None,
                is_proved=added == value,
                **self._ledger.place(money),
            )
        )


DUTIES = Form("target_form", "table", evidence, never_continues, read)
"""A table, as other forms are."""
