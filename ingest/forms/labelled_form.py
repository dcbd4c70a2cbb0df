"""Labelled forms with a grid of indicators: 项目支出绩效目标（申报、批复）表, 项目支出绩效自评表, one form a project.

The national family, seen from cities, counties and central departments; 东莞市's 批复表 is one of it. Labels stand
before or above their values; cells may stand a column too far left, labels be wrapped. All words are in `form_labels`.
"""

import re
from functools import cache
from itertools import pairwise

from ingest.blocks import Line, Source
from ingest.forms.form_labels import fold_label, read_label
from ingest.forms.grid import read_grid_header
from ingest.forms.heading import books_page_number, printed_money_unit, read_heading_line, take_money_unit
from ingest.forms.indicators import issue
from ingest.forms.labelled import LabelledForm
from ingest.forms.labelled_lines import RowReader
from ingest.forms.labelled_rows import land_form
from ingest.forms.reading import Form, FormReading
from ingest.grammar.bracketed_list import is_bracketed_list
from ingest.grammar.years import printed_years
from ingest.ledger import Ledger
from ingest.printed import NOTHING, Printed, clean, key
from ingest.vocabulary import words

_TITLES = ("approval_title", "target_title", "evaluation_title")
_LONGEST_TITLE = 80
# （ 2020 年度）
_YEAR_LINE = re.compile(r"[（(]?\s*20\d\d\s*年度?\s*[)）]?")
_YEAR_BEHIND = re.compile(r"20\d\d年?度?$")
_SPACES = re.compile(r"[ \t\u3000\u00a0]{2,}")


def _is_title(text: str) -> bool:
    if not 0 < len(text) < _LONGEST_TITLE:
        return False
    folded = _YEAR_BEHIND.sub("", fold_label(text))
    return folded.endswith(_title_words())


@cache
def _title_words() -> tuple[str, ...]:
    return tuple(key(word) for kind in _TITLES for word in words("form_labels", kind))


def _titles(source: Source) -> str:
    """The lines that look like titles, folded."""
    found = []
    for line in source.lines:
        filled = [cell for cell in line.cells if source.text[cell.start : cell.end].strip()]
        text = clean(source.text, filled[:1]).text if 0 < len(filled) <= 3 else ""
        if _is_title(text):
            found.append(key(text))
    return "\n".join(found)


def _grid(source: Source) -> tuple[int, bool] | None:
    """The line of the first header of a grid, and whether any grid of the source has a column of actual values."""
    headers = []
    for line in source.lines:
        if line.is_row:
            grid = read_grid_header([clean(source.text, [cell]) for cell in line.cells])
            headers += [(line.number, grid.has_actual)] if grid and not _is_list(source, line) else []
    return (headers[0][0], any(actual for _, actual in headers)) if headers else None


def _is_list(source: Source, line: Line) -> bool:
    """True for the header of a list, which names projects in a column of its own."""
    cells = (read_label(clean(source.text, [cell])) for cell in line.cells)
    return any(label and "project_name" in label.kinds for label in cells)


def _evidence(source: Source, name: str) -> str | None:
    """What makes a source the form ``name``: a title and a named project, or a grid; actual values are evaluated."""
    titles, grid = _titles(source), _grid(source)
    named = _named_project(source)
    if not ((grid and (titles or named)) or (named and (titles or _prints_bracketed_list(source)))):
        return None
    is_evaluation = grid[1] if grid else _has(titles, "evaluation_title")
    found = "target_form"
    if is_evaluation:
        found = "self_evaluation"
    elif _has(titles, "approval_title"):
        found = "approval_form"
    if found != name:
        return None
    return f"{titles.splitlines()[0] if titles else 'no title'}; line {grid[0] if grid else named}"


def _has(titles: str, kind: str) -> bool:
    return any(key(word) in titles for word in words("form_labels", kind))


def _prints_bracketed_list(source: Source) -> bool:
    """True where the label 绩效指标 is answered by `【产出指标-数量指标】…`."""
    for line in source.lines:
        cells = [cell for cell in line.cells if source.text[cell.start : cell.end].strip()]
        for before, behind in pairwise(cells):
            label = read_label(clean(source.text, [before])) if before.end - before.start <= 60 else None
            if label and "grid" in label.kinds and is_bracketed_list(source.text[behind.start : behind.end]):
                return True
    return False


def _named_project(source: Source) -> int | None:
    """The line in which the label 项目名称 is answered by a value; None where there is none."""
    for line in source.lines:
        cells = [clean(source.text, [cell]).strip() for cell in line.cells if cell.end - cell.start <= 200]
        filled = [cell for cell in cells if cell]
        for cell, behind in pairwise([*filled, NOTHING]):
            label = read_label(cell)
            if label and "project_name" in label.kinds and (label.value or (behind and read_label(behind) is None)):
                return line.number
    return None


def read(source: Source, ledger: Ledger) -> FormReading:
    """Read every form of the document. Raises DocumentRejected nowhere: what is not understood stays unbooked."""
    reading = FormReading()
    forms = _Forms(ledger, reading)
    for line in source.lines:
        if source.text[line.span.start : line.span.end].strip() and not books_page_number(ledger, line):
            forms.read_line(line)
    forms.close()
    if reading.money_unit_basis == "assumed" and (reading.funding or reading.executions):
        message = "no unit of money is printed; 万元 is assumed"
        reading.issues.append(issue(ledger, "money_unit_assumed", NOTHING, message))
    return reading


class _Forms:
    """Reads the lines of a document, one form after another."""

    def __init__(self, ledger: Ledger, reading: FormReading) -> None:
        self._ledger, self._reading = ledger, reading
        self._form = LabelledForm()

    def close(self) -> None:
        """Land the form being read."""
        if self._form.title or self._form.values or self._form.indicators:
            land_form(self._ledger, self._reading, self._form)

    def _begin(self, title: Printed | None = None) -> None:
        self.close()
        self._form = LabelledForm(title=title) if title else LabelledForm(title=self._form.title)

    def read_line(self, line: Line) -> None:
        """Read one line: a title begins a form, a paragraph tells about it, a row is of its table."""
        cells = [self._ledger.printed([cell]).strip() for cell in line.cells]
        filled = [cell for cell in cells if cell]
        if not filled:
            return
        if len(filled) <= 3 and _is_title(filled[0].text):
            self._read_title(filled)
        elif not line.is_row:
            for part in self._parts(line):
                self._read_paragraph(part)
        elif self._is_above(filled):
            for cell in filled:
                self._read_paragraph(cell)
        else:
            names = [label for cell in filled[:1] if (label := read_label(cell)) and "project_name" in label.kinds]
            if names and self._form.is_named:
                self._begin()
            RowReader(self._ledger, self._reading, self._form).read(cells)

    def _read_title(self, filled: list[Printed]) -> None:
        self._begin(filled[0])
        read_heading_line(self._ledger, self._reading, filled[0], _TITLES)
        for cell in filled[1:]:
            self._read_paragraph(cell)

    def _is_above(self, filled: list[Printed]) -> bool:
        """True for a row above the form's table: year, unit of money or who fills it in, in cells of their own.

        A year alone in its row is printed above a table, too, where the form before it has not ended with a title.
        """
        if len(filled) == 1 and _YEAR_LINE.fullmatch(filled[0].text):
            return True
        labels = [read_label(cell) for cell in filled]
        is_begun = self._form.is_named or self._form.grid is not None or bool(self._form.pending)
        return not is_begun and all(label is None or label.value for label in labels)

    def _parts(self, line: Line) -> list[Printed]:
        """A paragraph's parts that wide gaps keep apart: `填报单位：某局    单位：万元`."""
        span = next(cell for cell in line.cells if self._ledger.source.text[cell.start : cell.end].strip())
        raw = self._ledger.source.text[span.start : span.end]
        whole = self._ledger.printed([span]).strip()
        cuts = [span.start, *(span.start + gap.end() for gap in _SPACES.finditer(raw)), span.end]
        at = list(whole.at)
        parts = []
        for low, high in pairwise(cuts):
            inside = [index for index, offset in enumerate(at) if low <= offset < high]
            if inside:
                parts.append(whole[inside[0] : inside[-1] + 1].strip())
        return [part for part in parts if part]

    def _read_paragraph(self, part: Printed) -> None:
        ledger, reading = self._ledger, self._reading
        self._form.money_unit = printed_money_unit(part.text) or self._form.money_unit
        rest = take_money_unit(ledger, reading, part)
        label = read_label(rest)
        if not rest:
            return
        if _YEAR_LINE.fullmatch(rest.text) and printed_years(rest.text):
            if rest.text not in reading.heading.splitlines():
                reading.heading += rest.text + "\n"
            ledger.field(rest)
        elif key(rest.text).startswith(tuple(words("form_labels", "note"))):
            ledger.label(rest)
        elif label is not None and label.value:
            RowReader(ledger, reading, self._form).read([rest])
        elif not read_heading_line(ledger, reading, rest, _TITLES):
            ledger.leave(rest, "a line outside the form")


APPROVAL_FORM = Form("approval_form", "table", lambda source: _evidence(source, "approval_form"), read)
TARGET_FORM = Form("target_form", "table", lambda source: _evidence(source, "target_form"), read)
SELF_EVALUATION = Form("self_evaluation", "table", lambda source: _evidence(source, "self_evaluation"), read)
