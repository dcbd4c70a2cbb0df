"""Goals of a department by its duties (部门职责—工作活动绩效目标), as Hebei publishes them.

A row names a duty with its money and goal; below it stand its indicators, each graded: what stands under 优 is the
target, what stands under 良, 中 and 差 is kept beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ingest.forms.heading import books_page_number, read_heading_line, read_year_line, say_assumed_unit, take_money_unit
from ingest.forms.indicators import PrintedIndicator, issue
from ingest.forms.labelled.bodies import named_body
from ingest.forms.labelled.labels import GOAL_KINDS, find_label, fold_label, printed_unit, speaks
from ingest.forms.labelled.meaning.tasks import is_grand_total
from ingest.forms.labelled.rows.department import department_indicator
from ingest.forms.reading import Form, FormReading, Part, distinct, never_continues
from ingest.grammar.amounts import read_wan
from ingest.rows import TotalRow
from ingest.rows.department import DepartmentGoalRow, DepartmentTaskRow
from ingest.source.blocks import Line
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, PrintedCells, Texts, fold
from ingest.vocabulary import words

_GRADES = ("优", "良", "中", "差")
_TITLES = ("duty_title",)


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table of duties, the lines that head it; ``texts`` tell of the duty, ``notes`` of the row."""

    lines: tuple[int, ...]
    duty: int
    money: int | None
    unit: str | None
    name: int
    texts: tuple[int, ...]
    goals: tuple[int, ...]
    notes: tuple[int, ...]
    grades: Mapping[int, str]


def evidence(part: Part) -> Mapping[str, str]:
    """The header of a table of duties with graded indicators."""
    found = part.ask(_headers)
    return {"target_form": f"duties with graded indicators, line {min(found)}"} if found else {}


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the tables. Never raises: what is not understood stays unbooked."""
    reading, headers = FormReading(), part.ask(_headers)
    table: _Table | None = None
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
        elif table is not None and line.is_row:
            table.row(cells)
        else:
            is_title = _read_above(ledger, reading, next(iter(cells.values())))
            if table is not None and is_title:
                table.is_ended = True
    say_assumed_unit(ledger, reading)
    return reading


def _read_above(ledger: Ledger, reading: FormReading, line: Printed) -> bool:
    """Read a line outside the table; true for the title of one."""
    if (body := named_body(line)) is not None:
        ledger.label(line[: len(line.text) - len(body.text)].strip())
        name = ledger.field(body).text
        if reading.department is None:
            reading.department = name
        elif name not in (reading.department, *reading.other_departments):
            reading.other_departments.append(name)
        return False
    rest = take_money_unit(ledger, reading, line)
    is_title = fold_label(rest.text).endswith(words("form_labels", "duty_title"))
    if rest and not read_year_line(ledger, reading, rest) and not read_heading_line(ledger, reading, rest, _TITLES):
        ledger.leave(rest, "a line outside the form")
    return is_title


def _headers(part: Part) -> dict[int, Header]:
    """The headers of tables of duties by the number of their first line, grades in it or in the row below."""
    found: dict[int, Header] = {}
    if not any(map(_names_duties, part.ask(distinct))):
        return found
    texts = part.texts
    rows = [line for line in part.source.lines if line.is_row and texts[line.number]]
    for line, below in zip(rows, [*rows[1:], None], strict=False):
        header = _header(line, below, texts)
        if header is not None:
            found[line.number] = header
    return found


@lru_cache(maxsize=4096)
def _names_duties(text: str) -> bool:
    return fold_label(text) in words("form_labels", "duty_name")


def _header(line: Line, below: Line | None, texts: Texts) -> Header | None:
    first = texts[line.number]
    duty = next((at for at, text in first.items() if _names_duties(text)), None)
    name = next((at for at, text in first.items() if fold_label(text) in words("form_labels", "duty_indicator")), None)
    if duty is None or name is None:
        return None
    grades, lines = dict(_grades(first)), [line.number]
    if len(grades) < len(_GRADES) and below is not None:
        grades |= dict(_grades(texts[below.number]))
        lines.append(below.number)
    if len(grades) < len(_GRADES):
        return None
    others = [at for at in first if at not in (duty, name) and at not in grades]
    money = next((at for at in others if speaks(first[at], "money_word")), None)
    left = [at for at in others if at != money]
    unit = printed_unit(first[money]) if money is not None else None
    of_duty = [at for at in left if at < name]
    goals = tuple(at for at in of_duty if (label := find_label(first[at])) and label.kinds & GOAL_KINDS)
    texts_of_duty = tuple(at for at in of_duty if at not in goals)
    notes = tuple(at for at in left if name < at < min(grades))
    return Header(tuple(lines), duty, money, unit, name, texts_of_duty, goals, notes, grades)


def _grades(texts: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """The columns of grades: 优, or 评价标准 优 in one cell."""
    for at, text in texts.items():
        if fold(text)[-1:] in _GRADES and (len(fold(text)) == 1 or speaks(text, "grading_word")):
            yield at, fold(text)[-1]


class _Table:
    """Lands the rows of one table as a form of the department."""

    def __init__(self, ledger: Ledger, reading: FormReading, header: Header, first: Printed) -> None:
        self._ledger, self._reading, self.header = ledger, reading, header
        self._seq = len(reading.department_goals) + 1
        self.is_ended = False
        self._best = next(at for at, grade in header.grades.items() if grade == _GRADES[0])
        reading.department_goals.append(
            DepartmentGoalRow(self._seq, None, None, None, None, None, **ledger.place(first))
        )

    def row(self, cells: PrintedCells) -> None:
        """Read a row: a duty, an indicator, both, or the total of the duties' money."""
        header = self.header
        duty, name = cells.get(header.duty), cells.get(header.name)
        if duty is not None and is_grand_total(duty.text):
            self._total(duty, cells)
            return
        if duty is not None:
            self._duty(duty, cells)
        if name is not None:
            self._indicator(name, cells)
        known = {header.duty, header.money, header.name, *header.texts, *header.goals, *header.notes, *header.grades}
        for at, cell in cells.items():
            if at not in known or (name is None and at in header.grades):
                self._ledger.leave(cell, "no label says what it is")

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
        for cell in cells.values():
            if cell not in (label, money):
                self._ledger.leave(cell, "no label says what it is")


DUTIES = Form("target_form", "table", evidence, never_continues, read)
"""A table, as other forms are."""
