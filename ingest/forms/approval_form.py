"""财政项目支出绩效目标批复表: one form a project, mid-term targets left and annual targets right of one grid.

Seen from every department of 东莞市. Cells may stand a column too far left, labels may be wrapped; a row is read by the
labels it holds.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ingest.blocks import Line, Source
from ingest.forms.approval_rows import ApprovalForm, land_form
from ingest.forms.grid import read_grid_header, read_grid_row
from ingest.forms.heading import books_page_number, read_heading_line, set_money_unit
from ingest.forms.reading import Form, FormReading
from ingest.grammar.years import printed_years, year_range
from ingest.ledger import Ledger
from ingest.printed import NOTHING, Printed, clean, find, key
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
_LONGEST_TITLE = 80
# （万元）, （2020年--2022年）
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_MONEY_UNIT = re.compile(r"[（(]\s*(?:单位[：:])?\s*(万元|元)\s*[)）]")
# （ 2020 年度）
_YEAR_LINE = re.compile(r"[（(]?\s*20\d\d\s*年度?\s*[)）]?")


@cache
def _kinds() -> dict[str, str]:
    return {key(row["word"]): row["kind"] for row in vocabulary("form_labels") if row["kind"] in _KINDS}


def _kind(text: str) -> str | None:
    """The kind of label a cell prints (wraps and brackets aside); None for a value."""
    return _kinds().get(_BRACKETED.sub("", key(text)))


def evidence(source: Source) -> str | None:
    """The title of the form and a grid of three levels, where the source has both."""
    title = next((text for line in source.lines if (text := _title(source, line))), None)
    if title is None:
        return None
    grid = next((line for line in source.lines if line.is_row and _is_grid_header(source, line)), None)
    return f"{title}; grid in line {grid.number}" if grid else None


def _title(source: Source, line: Line) -> str | None:
    text = source.text[line.span.start : line.span.end].strip()
    if line.is_row or not 0 < len(text) < _LONGEST_TITLE:
        return None
    folded = key(text)
    return text if any(key(word) in folded for word in words("form_labels", "approval_title")) else None


def _is_grid_header(source: Source, line: Line) -> bool:
    cells = [clean(source.text, [cell]) for cell in line.cells]
    return read_grid_header(cells) is not None


def read(source: Source, ledger: Ledger) -> FormReading:
    """Read every form of the document. Raises DocumentRejected nowhere: what is not understood stays unbooked."""
    reading = FormReading()
    form: ApprovalForm | None = None
    for line in source.lines:
        if not source.text[line.span.start : line.span.end].strip() or books_page_number(ledger, line):
            continue
        if _title(source, line):
            if form is not None:
                land_form(ledger, reading, form)
            form = ApprovalForm(ledger.printed(line.cells))
            read_heading_line(ledger, reading, form.title, ("approval_title",))
        elif not line.is_row:
            _read_paragraph(ledger, reading, form, ledger.printed(line.cells))
        elif form is not None:
            _read_row(ledger, reading, form, line)
    if form is not None:
        land_form(ledger, reading, form)
    return reading


def _read_paragraph(ledger: Ledger, reading: FormReading, form: ApprovalForm | None, printed: Printed) -> None:
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


def _read_row(ledger: Ledger, reading: FormReading, form: ApprovalForm, line: Line) -> None:
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
        _read_labelled(ledger, reading, form, cells, kinds)
    elif form.grid is not None:
        _read_grid(ledger, form, cells)
    elif form.goal_columns:
        _read_goals(ledger, form, cells)


def _read_labelled(
    ledger: Ledger, reading: FormReading, form: ApprovalForm, cells: Sequence[Printed], kinds: dict[int, str]
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


def _book_label(ledger: Ledger, reading: FormReading, cell: Printed) -> None:
    """Book a label; a unit of money in its brackets is the document's."""
    unit = _MONEY_UNIT.search(cell.text)
    if unit is None:
        ledger.label(cell)
        return
    ledger.label(cell[: unit.start(1)])
    set_money_unit(ledger, reading, cell[unit.start(1) : unit.end(1)])
    ledger.label(cell[unit.end(1) :])


def _read_goal_header(ledger: Ledger, form: ApprovalForm, cells: Sequence[Printed], kinds: dict[int, str]) -> None:
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


def _read_goals(ledger: Ledger, form: ApprovalForm, cells: Sequence[Printed]) -> None:
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


def _read_grid(ledger: Ledger, form: ApprovalForm, cells: Sequence[Printed]) -> None:
    assert form.grid is not None
    printed = read_grid_row(form.grid, cells)
    if printed is None:
        return
    for cell in form.grid.understood(cells):
        ledger.field(cell)
    form.indicators.append(printed)


APPROVAL_FORM = Form("approval_form", "table", evidence, read)
