"""Labelled forms with a grid of indicators: 项目支出绩效目标（申报、批复）表, 项目支出绩效自评表, one form a project.

The national family, seen from cities, counties and central departments; 东莞市's 批复表 is one of it. A form is read in
steps: its rows, the entries that their geometry gives, what these mean, what the sums prove, rows. Words are data:
`form_labels`.
"""

import re
from collections.abc import Iterator
from itertools import chain

from ingest.forms.departments.beside import read_beside
from ingest.forms.departments.prose_lines import without_number
from ingest.forms.heading import (
    Notes,
    books_page_number,
    printed_money_unit,
    read_heading_line,
    read_year_line,
    say_assumed_unit,
    take_money_unit,
)
from ingest.forms.labelled.beside import forms_of, with_grids_apart, without_covers
from ingest.forms.labelled.bodies import named_body, names_body
from ingest.forms.labelled.evidence import TITLES, continues, evidence, is_title
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.gaps import pair_behind_gap, parts_of
from ingest.forms.labelled.grid.blocks import block_side
from ingest.forms.labelled.grid.inferred.legend import legend_of
from ingest.forms.labelled.grid.lines import goes_on
from ingest.forms.labelled.labels import GOAL_KINDS, find_label, read_label
from ingest.forms.labelled.reader import read_form
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.labelled.template import (
    LONGEST_TEMPLATE,
    FormRows,
    begins_as,
    goal_that_breaks_off,
    is_rest,
    is_row_of_grid,
    labels_value,
    name_unit,
    names_project,
    only_unit,
    repeated_texts,
)
from ingest.forms.notices.numbered import names_above
from ingest.forms.reading import Form, FormReading, Part
from ingest.forms.years_said import year_of
from ingest.grammar.codes import split_code_of_body
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import page_numbers
from ingest.source.printed import NOTHING, Printed, PrintedCells

# （ 2020 年度）, （2025年度，滚动三年）, （2025）年度, （2025）
_YEAR_LINE = re.compile(
    r"[（(【〔\[]\s*20\d\d\s*[)）】〕\]]\s*(?:年度)?|"
    r"[（(]?\s*20\d\d\s*年度?\s*[)）]?|[（(]\s*20\d\d\s*年度?\s*[，,、]\s*[^\d，,。（）()]{2,8}[)）]"
)
# 单位：万元, 2024年: a cell that needs no label beside it; 2024年公路养护补助 behind another cell is its value
_SAYS_ITSELF = re.compile(r"[:：]|20\d\d\s*年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?[)）]?$|年度[)）]?$")
_BEGINS_WITH_YEAR = re.compile(r"[（(]?\s*20\d\d\s*年")
_DATE_LINE = re.compile(r"20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read every form of the document, and the goals of the department beside them.

    Never raises: what is not understood stays unbooked.
    """
    reading = FormReading()
    for form in labelled_forms(read_beside(part, ledger, reading), ledger, reading):
        land_form(ledger, reading, form)
    say_assumed_unit(ledger, reading)
    return reading


def labelled_forms(source: Source, ledger: Ledger, reading: FormReading) -> Iterator[LabelledForm]:
    """The forms of a document, each read; what stands above them goes into ``reading``."""
    rows, numbers, named = _Forms(ledger, reading), page_numbers(source), names_above(Part(source, ledger.texts))
    for line in source.lines:
        if line.number in numbers:
            ledger.layout(line.span)
        elif line.number in named:
            rows.read_name(*ledger.cells(line).values())
        elif line.is_row or not books_page_number(ledger, line):
            rows.read_line(line)
    repeated = repeated_texts(rows.forms)
    legend = legend_of(chain.from_iterable([ledger.texts[line.number].values() for line in source.lines]))
    for form in with_grids_apart(without_covers(rows.forms, ledger)):
        if form.rows:
            unit = form.money_unit or only_unit(form.rows) or reading.money_unit
            year = year_of(form.title.text, form.rows, reading)
            for title, own in forms_of(form):
                found = read_form(title, own, unit, repeated, year, legend)
                found.below = form.below
                name_unit(found, form)
                yield found


class _Forms:
    """Parts the lines of a document into forms; what stands above them is read at once."""

    def __init__(self, ledger: Ledger, reading: FormReading) -> None:
        self._ledger, self._reading = ledger, reading
        self.forms, self._notes = [FormRows()], Notes()

    @property
    def _form(self) -> FormRows:
        return self.forms[-1]

    def read_name(self, heading: Printed) -> None:
        """Begin a form below a numbered heading that names its project."""
        number, name = without_number(heading)
        self._ledger.label(number)
        self.forms += [self._form.next([])] if self._form.rows else []
        self._form.name, self._form.is_named = name.strip(), True

    def read_line(self, line: Line) -> None:
        """Read one line: a title begins a form, a paragraph tells about it, a row is of its table."""
        cells = self._ledger.cells(line)
        filled = list(cells.values())
        if not filled:
            return
        if self._notes.goes_on("" if line.is_row else filled[0].text):
            self._ledger.label(filled[0])
        elif len(filled) <= 3 and is_title(filled[0].text):
            is_of_block = self._form.is_named and block_side(filled[0].text) is not None
            self._take(cells) if is_of_block else self._read_title(cells)
        elif not line.is_row and (pair := pair_behind_gap(self._ledger, line, self._form.rows)) is not None:
            self._take(pair)
        elif not line.is_row:
            for part in parts_of(self._ledger, line):
                self._read_paragraph(part)
        elif self._is_above(filled):
            for cell in filled:
                self._read_paragraph(cell)
        else:
            for row in self._rows_of(line, cells):
                self._take(row)

    def _rows_of(self, line: Line, cells: PrintedCells) -> list[PrintedCells]:
        """A row, or the rows of its one cell where wide gaps part labels with their values: `填表人：某    电话：1`."""
        if len(cells) > 1:
            return [cells]
        parts = parts_of(self._ledger, line)
        if len(parts) > 1 and all((label := read_label(part)) is not None and label.value for part in parts):
            index = next(iter(cells))
            return [{index: part} for part in parts]
        return [cells]

    def _take(self, cells: PrintedCells) -> None:
        form = self.forms[-1]
        if not form.is_named and len(self.forms) > 1 and is_rest(form, self.forms[-2], cells):
            for again in self.forms.pop().rows:
                self._ledger.label(next(iter(again.values())))
            form = self.forms[-1]
        if names_project(cells):
            if (form.is_named and not form.names_lower(cells)) or form.has_grid():
                self._begin_next()
            self._form.is_named = True
        elif form.ends_before(cells):
            self.forms.append(FormRows(money_unit=form.money_unit))
        elif not form.is_named and self._begins_again(cells):
            self.forms.append(form.next([]))
        self.forms[-1].rows.append(cells)

    def _begins_again(self, cells: PrintedCells) -> bool:
        """True for a row behind a grid that begins as one of the form's head: the next form, its name unknown."""
        return self._form.has_grid() and not is_row_of_grid(cells) and begins_as(cells, self._form.head())

    def _begin_next(self) -> None:
        """Begin a form below the one before without a title: with the rows that begin as rows of that one did."""
        rows = self._form.rows
        head = self._form.head()
        last = len(rows)
        while last > len(head) + 1 and begins_as(rows[last - 1], head):
            last -= 1
        self.forms.append(self._form.next(rows[last:]))
        del rows[last:]

    def _read_title(self, cells: PrintedCells) -> None:
        first, *others = cells.values()
        pair = {at: cell for at, cell in cells.items() if cell is not first} if labels_value(others) else {}
        above = FormRows() if not all(map(names_body, self._form.rows)) else self._form
        rows, above.rows = above.rows, []  # whose form it is, between the title of a page and that of its table
        self.forms.append(FormRows(first, above.money_unit, rows, unit=above.unit, unit_label=above.unit_label))
        self._form.titles_beside = {at: cell for at, cell in cells.items() if cell is not first and is_title(cell.text)}
        read_heading_line(self._ledger, self._reading, first, (*TITLES, "bare_title"))
        for cell in others if not pair else ():
            self._read_paragraph(cell)
        if pair:
            self._take(pair)

    def _is_above(self, filled: list[Printed]) -> bool:
        """True for a row above the form's table: year, unit of money or who fills it in, in cells of their own.

        A year alone in its row is printed above a table, too, where the form before it has not ended with a title.
        """
        if len(filled) == 1 and _YEAR_LINE.fullmatch(filled[0].text):
            return True
        if self._form.rows:
            return False
        has_label = any((label := find_label(cell.text)) is not None and not label.has_value for cell in filled)
        is_short = not any(len(cell.text) > LONGEST_TEMPLATE for cell in filled)
        says_itself = bool(_BEGINS_WITH_YEAR.match(filled[0].text)) or any(_SAYS_ITSELF.search(c.text) for c in filled)
        return is_short and not has_label and (len(filled) == 1 or says_itself)

    def _waits(self) -> bool:
        """True below a goal's label that stands alone in its row: the paragraph is its value."""
        if not self._form.rows or len(self._form.rows[-1]) > 1:
            return False
        label = read_label(next(iter(self._form.rows[-1].values())))
        return label is not None and not label.value and bool(label.kinds & GOAL_KINDS)

    def _read_paragraph(self, part: Printed) -> None:
        ledger, reading = self._ledger, self._reading
        self._form.is_left = self._form.has_grid()
        if _DATE_LINE.fullmatch(part.text) and self._form.unit and not self._form.unit_label:
            ledger.leave(self._form.unit, "a line outside the form")  # a letter signed above its attachment
            self._form.unit = NOTHING
        self._form.money_unit = printed_money_unit(part.text) or self._form.money_unit
        rest = take_money_unit(ledger, reading, part)
        label = read_label(rest)
        if not rest:
            return
        if _YEAR_LINE.fullmatch(rest.text):
            if rest.text not in reading.heading.splitlines():
                reading.heading += rest.text + "\n"
            ledger.field(rest)
        elif self._notes.begins(rest.text):
            ledger.label(rest)
        elif not self._form.rows and label is None and (body := named_body(rest)) is not None:
            self._form.unit, self._form.unit_label = body, rest[: len(rest.text) - len(body.text)].strip()
            ledger.label(self._form.unit_label)
            reading.bodies.append(split_code_of_body(body).name.text)
        elif label is None and (line := goal_that_breaks_off(self._form.rows)):
            self._form.rows[-1] = {next(iter(self._form.rows[-1])): line.followed_by(rest)}
        elif label is not None or self._waits() or goes_on(rest.text, self._form.rows):
            self._take({0: rest})
        elif not read_heading_line(ledger, reading, rest, TITLES) and not read_year_line(ledger, reading, rest):
            if self._form.title and not self._form.rows:
                self._form.below = rest
            ledger.leave(rest, "a line outside the form")


APPROVAL_FORM = Form("approval_form", "table", evidence, continues, read)
TARGET_FORM = Form("target_form", "table", evidence, continues, read)
SELF_EVALUATION = Form("self_evaluation", "table", evidence, continues, read)
