"""Goals of a whole department in prose (总体绩效目标, 分项绩效目标), as Hebei publishes them: to landed rows."""

from collections.abc import Mapping, Sequence

from ingest.forms.departments.prose_lines import Prose, goals_in_prose, indicators_of, without_number
from ingest.forms.heading import read_heading_line, read_year_line
from ingest.forms.indicators import PrintedIndicator
from ingest.forms.labelled.bodies import named_body
from ingest.forms.labelled.rows.department_form.indicators import department_indicator
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.grammar.named_targets import part_target
from ingest.rows.department import DepartmentGoalRow, DepartmentTaskRow
from ingest.source.blocks import Line
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import NOTHING, Printed, fold
from ingest.vocabulary import words

_TITLES = ("target_title", "duty_title", "prose_title")
_NOTHING = ("无", "-", "—")


def prose_of(part: Part) -> Sequence[Prose]:
    """The goals in prose that a part of a file holds."""
    if not any(word in part.source.text for word in words("form_labels", "goals_of_duties")):
        return ()
    lines: list[tuple[int, Printed | None]] = []
    for line in part.source.lines:
        texts = [*part.texts[line.number].values()]
        if texts and not is_page_number(texts[0]):
            lines.append((line.number, Printed(texts[0], range(len(texts[0]))) if len(texts) == 1 else None))
    return [*goals_in_prose(lines)]


def lines_of_prose(part: Part) -> frozenset[int]:
    """The numbers of the lines of goals in prose."""
    return frozenset(number for prose in part.ask(prose_of) for number in prose.lines)


def read_prose(part: Part, ledger: Ledger, reading: FormReading) -> None:
    """Land the goals in prose of a part, each a form of the department, in ``reading``."""
    lines = {line.number: line for line in part.source.lines}
    for found in part.ask(prose_of):
        printed = [(number, _printed(ledger, lines[number])) for number in found.lines]
        for prose in goals_in_prose(printed):
            _land(ledger, reading, prose)


def _printed(ledger: Ledger, line: Line) -> Printed:
    return next(iter(ledger.cells(line).values()))


def _land(ledger: Ledger, reading: FormReading, prose: Prose) -> None:
    for label in prose.labels:
        ledger.label(label)
    seq = len(reading.department_goals) + 1
    goal = NOTHING.followed_by(*prose.goal)
    ledger.fields(prose.goal)
    place = ledger.place(goal or prose.labels[0])
    reading.department_goals.append(DepartmentGoalRow(seq, goal.text or None, None, None, None, None, **place))
    for duty in prose.duties:
        if duty.name:
            ledger.fields([duty.name, *duty.goal])
            task = DepartmentTaskRow(
                form_seq=seq,
                task_seq=len(reading.department_tasks) + 1,
                task_name=duty.name.text,
                content=NOTHING.followed_by(*duty.goal).text or None,
                amount_wan=None,
                amount_printed=None,
                **ledger.place(duty.name),
            )
            reading.department_tasks.append(task)
        for indicator in indicators_of(duty):
            _land_indicator(ledger, reading, seq, indicator)


def _land_indicator(ledger: Ledger, reading: FormReading, seq: int, printed: Printed) -> None:
    number, text = without_number(printed)
    ledger.label(number)
    if fold(text.text) in _NOTHING:
        ledger.label(text)
        return
    name, target = part_target(text, is_said=True)
    ledger.fields([name, target])
    rest = text[len(name.text) : len(text.text) - len(target.text)] if target else NOTHING
    ledger.label(rest.strip())
    indicator = PrintedIndicator(
        whole=text, ordinal=None, level1=None, level2=None, code1=None, code2=None,
        name=name, cycle=None, annual=target or None,
    )  # fmt: skip
    rows = reading.department_indicators
    place = sum(row.form_seq == seq for row in rows) + 1
    rows.append(department_indicator(ledger, seq, place, indicator))


def _evidence(part: Part) -> Mapping[str, str]:
    """Goals in prose."""
    found = part.ask(prose_of)
    return {"target_form": f"goals in prose, line {found[0].lines[0]}"} if found else {}


def _read(part: Part, ledger: Ledger) -> FormReading:
    """Read the goals of a file that prints no other form, with the lines above them that head them."""
    reading, own = FormReading(), lines_of_prose(part)
    for line in part.source.lines:
        cells = ledger.cells(line) if line.number not in own else {}
        for cell in cells.values():
            body = named_body(cell)
            if body is not None and reading.department is None:
                ledger.label(cell[: len(cell.text) - len(body.text)].strip())
                reading.department = ledger.field(body).text
            elif not read_heading_line(ledger, reading, cell, _TITLES) and not read_year_line(ledger, reading, cell):
                ledger.leave(cell, "a line outside the form")
    read_prose(part, ledger, reading)
    return reading


PROSE = Form("target_form", "table", _evidence, never_continues, _read)
"""The goals of a department in prose alone; where forms stand beside them, those read them, too."""
