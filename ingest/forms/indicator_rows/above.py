"""The lines above a list, and those between its parts: title, department, year, unit of money, number of the table."""

import re
from itertools import pairwise

from ingest.forms.heading import Notes, read_heading_line, read_year_line, take_money_unit, without_year
from ingest.forms.labelled.bodies import body_of_title, named_body
from ingest.forms.labelled.evidence import TITLES, is_title
from ingest.forms.labelled.labels import find_label, read_label, speaks
from ingest.forms.reading import FormReading
from ingest.grammar.codes import split_code
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line, Span
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, PrintedCells, fold

_TITLE_KINDS = (*TITLES, "list_title", "summary_title")
# 附件3, 表11, 公开05-2表, 附表2-1：
_TABLE_NUMBER = re.compile(r"(?:附件|附表|公开|预算)?表?[\d\-.]{0,8}表?[:]?")
_LONGEST_TITLE = 80
_WHOSE = frozenset(("form_department", "form_unit"))
_GAP = re.compile(r"[ \t\u3000\u00a0]{2,}")


def begins_table(text: str) -> bool:
    """True for the title of a form, and for that of a list of projects: 项目支出绩效自评情况一览表."""
    return is_title(text) or (len(text) <= _LONGEST_TITLE and speaks(text, "summary_title"))


class Above:
    """Reads what is printed around lists into ``reading``; ``department`` is its department where it stands."""

    def __init__(self, ledger: Ledger, reading: FormReading) -> None:
        self._ledger, self._reading = ledger, reading
        self.department: Printed = NOTHING
        self._title: Printed = NOTHING
        self._notes = Notes()

    def take_row(self, line: Line, cells: PrintedCells) -> None:
        """A line above a list: texts side by side, perhaps a label in the cell before its value."""
        filled = list(cells.values()) if line.is_row else self._parts(line)
        paired: set[int] = set()
        for place, (label, value) in enumerate(pairwise(filled)):
            if place not in paired and self._take_pair(label, value):
                paired |= {place, place + 1}
        for place, cell in enumerate(filled):
            if place not in paired and not self.take(cell, is_above=True):
                self._ledger.leave(cell, "a line outside the list")

    def _parts(self, line: Line) -> list[Printed]:
        """The parts of a paragraph that wide gaps keep apart: `编制单位：某局      单位：万元`."""
        start, end = line.cells[0]
        raw = self._ledger.source.text[start:end]
        cuts = [start, *(start + gap.end() for gap in _GAP.finditer(raw)), end]
        parts = [self._ledger.printed([Span(low, high)]).strip() for low, high in pairwise(cuts)]
        return [part for part in parts if part]

    def _take_pair(self, label: Printed, value: Printed) -> bool:
        found = find_label(label.text)
        if found is None or found.has_value or find_label(value.text) is not None:
            return False
        if found.kinds & _WHOSE:
            self._ledger.label(label)
            self._department(value)
            return True
        years = f"{label.text.strip('：:')}：{value.text}"
        if "attribute" in found.kinds and printed_years(years):
            self._ledger.label(label)
            self._ledger.field(value)
            self._reading.above += years + "\n"
            return True
        return False

    def take(self, printed: Printed, is_above: bool) -> bool:
        """A text: True where it is known. Below the header of a list a year alone is none."""
        ledger, reading = self._ledger, self._reading
        rest = take_money_unit(ledger, reading, printed)
        if not rest:
            return True
        if self._notes.goes_on(rest.text) or self._notes.begins(rest.text) or _is_number(rest.text):
            ledger.label(rest)
            return True
        label = read_label(rest)
        if label is not None and label.value and label.kinds & _WHOSE and is_above:
            ledger.label(label.label)
            self._department(label.value)
            return True
        body = named_body(rest) if is_above and label is None and reading.department is None else None
        if body is not None:
            ledger.label(rest[: len(rest.text) - len(body.text)].strip())
            self._department(body)
            return True
        if not is_above and not is_title(rest.text):
            return False
        before, title = reading.department, reading.title
        is_known = read_heading_line(ledger, reading, rest, _TITLE_KINDS)
        if reading.title != title:
            self._title = rest
        if reading.department != before and reading.department is not None:
            at = rest.text.find(reading.department)
            self.department = rest[at : at + len(reading.department)]
        if is_known or not is_above or not read_year_line(ledger, reading, rest):
            return is_known
        if body_of_title(rest) is not None:  # 某局2024年度项目支出绩效自评结果
            self._title = self._title or rest
            reading.heading += rest.text + "\n"
        return True

    def take_department_of_title(self) -> None:
        """Take the department of the title 某局2025年项目绩效目标表, for a list in which nothing else names one."""
        body = body_of_title(self._title) if self._reading.department is None else None
        if body is not None:
            self.department, self._reading.department = body, body.text

    def _department(self, printed: Printed) -> None:
        coded = split_code(without_year(self._ledger, self._reading, printed))
        for part in (coded.name, coded.code):
            self._ledger.field(part)
        for other in coded.others:
            self._ledger.label(other)
        if self._reading.department is None:
            self.department = coded.name
            self._reading.department = coded.name.text
            self._reading.department_code = coded.code.text or None


def _is_number(text: str) -> bool:
    return bool(_TABLE_NUMBER.fullmatch(fold(text))) and any(mark in text for mark in "表附件")
