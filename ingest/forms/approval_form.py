"""财政项目支出绩效目标批复表: one form a project, mid-term targets left and annual targets right of one grid.

Seen from every department of 东莞市. Cells may stand a column too far left, labels may be wrapped; a row is read by the
labels it holds.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.blocks import Line, Source
from ingest.forms.grid import Grid, read_grid_header, read_grid_row
from ingest.forms.heading import books_page_number, read_heading_line, set_money_unit
from ingest.forms.indicators import PrintedIndicator, indicator_row, issue
from ingest.forms.reading import Form, FormReading
from ingest.grammar.amounts import UNIT_FACTORS, read_amount
from ingest.grammar.years import printed_years, year_range
from ingest.ledger import Ledger
from ingest.printed import NOTHING, Printed, clean, find, key
from ingest.rows import FundingRow, ProjectRow, UnitRow
from ingest.vocabulary import vocabulary, words

_KINDS = (
    "project_name",
    "midterm_amount",
    "annual_amount",
    "overall_goal",
    "cycle_goal",
    "annual_goal",
    "grid",
    "reply",
)
# （万元）, （2020年--2022年）
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_MONEY_UNIT = re.compile(r"[（(]\s*(?:单位[：:])?\s*(万元|元)\s*[)）]")
# （ 2020 年度）
_YEAR_LINE = re.compile(r"[（(]?\s*20\d\d\s*年度?\s*[)）]?")


@lru_cache(maxsize=None)
def _kinds() -> dict[str, str]:
    return {key(row["word"]): row["kind"] for row in vocabulary("form_labels") if row["kind"] in _KINDS}


def _kind(text: str) -> str | None:
    """The kind of label a cell prints (wraps and brackets aside); None for a value."""
    return _kinds().get(_BRACKETED.sub("", key(text)))


@dataclass(slots=True)
class _Form:
    """One form of the document: its lines, then what was read from them."""

    title: Printed
    unit: Printed = NOTHING
    values: dict[str, Printed] = field(default_factory=dict)
    goal_columns: dict[str, int] = field(default_factory=dict)
    cycle: Printed = NOTHING
    grid: Grid | None = None
    indicators: list[PrintedIndicator] = field(default_factory=list)
    where: Line | None = None


def evidence(source: Source) -> str | None:
    """The title of the form and a grid of three levels, where the source has both."""
    title = next((text for line in source.lines if (text := _title(source, line))), None)
    if title is None:
        return None
    grid = next((line for line in source.lines if line.is_row and _is_grid_header(source, line)), None)
    return f"{title}; grid in line {grid.number}" if grid else None


def _title(source: Source, line: Line) -> str | None:
    text = source.text[line.span.start : line.span.end].strip()
    is_title = not line.is_row and any(key(word) in key(text) for word in words("form_labels", "approval_title"))
    return text if is_title and len(text) < 80 else None


def _is_grid_header(source: Source, line: Line) -> bool:
    cells = [clean(source.text, [cell]) for cell in line.cells]
    return read_grid_header(cells) is not None


def read(source: Source, ledger: Ledger) -> FormReading:
    """Read every form of the document. Raises DocumentRejected nowhere: what is not understood stays unbooked."""
    reading = FormReading()
    form: _Form | None = None
    for line in source.lines:
        if not source.text[line.span.start : line.span.end].strip() or books_page_number(ledger, line):
            continue
        if _title(source, line):
            if form is not None:
                _finish(ledger, reading, form)
            form = _Form(ledger.printed(line.cells))
            read_heading_line(ledger, reading, form.title, ("approval_title",))
        elif not line.is_row:
            _read_paragraph(ledger, reading, form, ledger.printed(line.cells))
        elif form is not None:
            _read_row(ledger, reading, form, line)
    if form is not None:
        _finish(ledger, reading, form)
    return reading


def _read_paragraph(ledger: Ledger, reading: FormReading, form: _Form | None, printed: Printed) -> None:
    year = printed.strip()
    if _YEAR_LINE.fullmatch(year.text) and printed_years(year.text):
        if year.text not in reading.heading.splitlines():
            reading.heading += year.text + "\n"
        ledger.field(year)
        return
    labels = words("form_labels", "department")
    found = next((found for word in labels if (found := find(printed, word)) and found.at[0] == year.at[0]), None)
    value = _behind(printed, found).strip("：: ") if found else NOTHING
    if found and value and form is not None:
        ledger.label(found)
        ledger.field(value)
        ledger.label(_between(printed, found, value))
        form.unit = value
        reading.department = reading.department or value.text
    elif not read_heading_line(ledger, reading, printed, ("approval_title",)):
        ledger.leave(printed, "a line outside the form")


def _behind(printed: Printed, found: Printed) -> Printed:
    return printed[list(printed.at).index(found.at[-1]) + 1 :]


def _between(printed: Printed, left: Printed, right: Printed) -> Printed:
    offsets = list(printed.at)
    return printed[offsets.index(left.at[-1]) + 1 : offsets.index(right.at[0])].strip()


def _read_row(ledger: Ledger, reading: FormReading, form: _Form, line: Line) -> None:
    cells = [ledger.printed([cell]).strip() for cell in line.cells]
    kinds = {index: kind for index, cell in enumerate(cells) if cell and (kind := _kind(cell.text))}
    header = read_grid_header(cells)
    if header is not None:
        form.grid = header
        for cell in cells:
            if cell and (_kind(cell.text) == "grid" or header.names(cell.text)):
                ledger.label(cell)
    elif "cycle_goal" in kinds.values() or "annual_goal" in kinds.values():
        _read_goal_header(ledger, form, cells, kinds)
    elif {"project_name", "midterm_amount", "annual_amount", "reply"} & set(kinds.values()):
        _read_labelled(ledger, reading, form, cells, kinds, line)
    elif form.grid is not None:
        _read_grid(ledger, form, cells)
    elif form.goal_columns:
        _read_goals(ledger, form, cells)


def _read_labelled(
    ledger: Ledger, reading: FormReading, form: _Form, cells: Sequence[Printed], kinds: dict[int, str], line: Line
) -> None:
    """A row of labels, each followed by its value."""
    label = None
    for index, cell in enumerate(cells):
        if index in kinds:
            label = kinds[index]
            _book_label(ledger, reading, cell)
        elif cell and label is not None and label not in form.values:
            form.values[label] = cell
            label = None
    if "project_name" in kinds.values():
        form.where = line


def _book_label(ledger: Ledger, reading: FormReading, cell: Printed) -> None:
    """Book a label; a unit of money in its brackets is the document's."""
    unit = _MONEY_UNIT.search(cell.text)
    if unit is None:
        ledger.label(cell)
        return
    ledger.label(cell[: unit.start(1)])
    set_money_unit(ledger, reading, cell[unit.start(1) : unit.end(1)])
    ledger.label(cell[unit.end(1) :])


def _read_goal_header(ledger: Ledger, form: _Form, cells: Sequence[Printed], kinds: dict[int, str]) -> None:
    for index, kind in kinds.items():
        cell = cells[index]
        bracketed = _BRACKETED.search(cell.text)
        if kind == "cycle_goal" and bracketed and year_range(bracketed[0]):
            form.cycle = ledger.field(cell[bracketed.start() + 1 : bracketed.end() - 1])
            ledger.label(cell[: bracketed.start() + 1])
            ledger.label(cell[bracketed.end() - 1 :])
        else:
            ledger.label(cell)
        if kind in ("cycle_goal", "annual_goal"):
            form.goal_columns[kind] = index


def _read_goals(ledger: Ledger, form: _Form, cells: Sequence[Printed]) -> None:
    """The texts under the goals' labels: two in order, a single one by its column."""
    filled = [(index, cell) for index, cell in enumerate(cells) if cell]
    middle = form.goal_columns.get("annual_goal", len(cells))
    goals = ("cycle_goal", "annual_goal")
    if len(filled) != len(goals):
        names: Iterable[str] = ("annual_goal" if index >= middle else "cycle_goal" for index, _ in filled)
    else:
        names = goals
    for name, (_, cell) in zip(names, filled, strict=True):
        if name not in form.values:
            form.values[name] = ledger.field(cell)


def _read_grid(ledger: Ledger, form: _Form, cells: Sequence[Printed]) -> None:
    assert form.grid is not None
    printed = read_grid_row(form.grid, cells)
    if printed is None:
        return
    for cell in form.grid.understood(cells):
        ledger.field(cell)
    form.indicators.append(printed)


def _finish(ledger: Ledger, reading: FormReading, form: _Form) -> None:
    """Turn a form into rows; a form without a project's name leaves its texts not understood."""
    name = form.values.get("project_name")
    if name is None:
        message = "a form without 项目名称"
        reading.issues.append(issue(ledger, "project_name_missing", form.title, message))
        return
    unit = form.unit or name
    unit_seq = next((u.unit_seq for u in reading.units if key(u.unit_name) == key(unit.text)), None)
    if unit_seq is None:
        unit_seq = len(reading.units) + 1
        position = ledger.source.position(unit.span.start)
        reading.units.append(UnitRow(unit_seq, unit.text, bool(form.unit), *position, *unit.span))
    seq = len(reading.projects) + 1
    reading.projects.append(_project(ledger, form, seq, unit_seq, ledger.field(name)))
    _funding(ledger, reading, form, seq)
    for indicator_seq, printed in enumerate(form.indicators, start=1):
        reading.indicators.append(indicator_row(ledger, seq, indicator_seq, printed))


def _project(ledger: Ledger, form: _Form, seq: int, unit_seq: int, name: Printed) -> ProjectRow:
    annual, cycle = form.values.get("annual_goal", NOTHING), form.values.get("cycle_goal", NOTHING)
    years = year_range(form.cycle.text)
    reply = form.values.get("reply")
    return ProjectRow(
        project_seq=seq,
        unit_seq=unit_seq,
        project_name=name.text,
        annual_goal=annual.text or None,
        cycle_goal=cycle.text or None,
        cycle_start_year=years.first if years else None,
        cycle_end_year=years.last if years else None,
        reply=ledger.field(reply).text if reply else None,
        page=ledger.source.position(name.span.start).page,
        line=ledger.source.position(name.span.start).line,
        char_start=name.span.start,
        char_end=name.span.end,
        annual_goal_start=annual.span.start if annual else None,
        annual_goal_end=annual.span.end if annual else None,
        cycle_goal_start=cycle.span.start if cycle else None,
        cycle_goal_end=cycle.span.end if cycle else None,
    )


def _funding(ledger: Ledger, reading: FormReading, form: _Form, project_seq: int) -> None:
    """The project's amounts: all of it is 财政拨款, of the budget year and of the mid-term."""
    factor = UNIT_FACTORS[reading.money_unit]
    read = {}
    for kind in ("annual_amount", "midterm_amount"):
        printed = form.values.get(kind)
        amount = read_amount(printed.text) if printed else None
        if printed is None or amount is None:
            continue
        if amount.value is None:
            ledger.leave(printed, "amount cannot be read")
            reading.issues.append(issue(ledger, "amount_unreadable", printed, "amount cannot be read", project_seq))
            continue
        read[kind] = (ledger.field(printed), amount.value * factor)
    if not read:
        return
    annual, midterm = read.get("annual_amount"), read.get("midterm_amount")
    where = (annual or midterm or (NOTHING, 0))[0].span
    if annual is None:
        reading.issues.append(issue(ledger, "amount_missing", NOTHING, "no amount of the budget year", project_seq))
    reading.funding.append(
        FundingRow(
            project_seq=project_seq,
            funding_source_code="fiscal",
            amount_wan=annual[1] if annual else 0 * factor,
            amount_printed=annual[0].text if annual else None,
            midterm_amount_wan=midterm[1] if midterm else None,
            midterm_amount_printed=midterm[0].text if midterm else None,
            is_repaired=False,
            page=ledger.source.position(where.start).page,
            line=ledger.source.position(where.start).line,
            char_start=where.start,
            char_end=where.end,
        )
    )


APPROVAL_FORM = Form("approval_form", "table", evidence, read)
