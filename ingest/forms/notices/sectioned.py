"""Several projects in text, each under a numbered heading that names it, with labelled lines and its indicators below.

`一、秸秆还田项目`, `项目单位：…`, `资金总额：1,524万元（其中：…）`, `产出指标—数量指标：作业面积，≥35万亩；`. Published
by counties and departments without any table. A section tells its own project alone: no other line of the part holds
indicators.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.forms.departments.prose_lines import numbering_of, without_number
from ingest.forms.heading import read_heading_line, read_year_line, say_assumed_unit
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.evidence import is_title
from ingest.forms.labelled.grid.lines import says_level
from ingest.forms.labelled.labels import AMOUNT_KINDS, GOAL_KINDS, FormLabel, find_label
from ingest.forms.labelled.reader import read_form
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.labelled.rows.titled import is_general
from ingest.forms.notices.told import is_of_evaluation
from ingest.forms.reading import Form, FormReading, Part, distinct, never_continues
from ingest.grammar.years import printed_years
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import NOTHING, Printed

_TITLES = ("target_title", "prose_title")
_OF_A_PROJECT = AMOUNT_KINDS | GOAL_KINDS | {"form_unit", "form_department"}
_NAME = frozenset(("project_name",))
_PAGED = ("pdf", "scan", "ofd")
_FEWEST = 2
_LONGEST_HEADING = 60
_SENTENCE = re.compile("[。；;：:]")
_LABEL = re.compile(r"[^，,。；;：:]{2,16}[：:]")
_ENDS = ("。", "；", ";", "：", ":", "！")
_DATE = re.compile(r"\s*\S{4}\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日\s*")


@dataclass(slots=True)
class Section:
    """A project in text: the line that names it, its numbering, and the numbers of the lines of each of its rows."""

    heading: int
    numbering: str
    rows: list[list[int]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    indicators: int = 0
    is_broken: bool = False

    @property
    def is_whole(self) -> bool:
        """True for one with indicators and with a label of a project."""
        return self.indicators >= _FEWEST and not self.kinds.isdisjoint(_OF_A_PROJECT)

    @property
    def lines(self) -> Sequence[int]:
        """The numbers of its lines."""
        return [self.heading, *(number for row in self.rows for number in row)]

    def take(self, number: int, text: str, may_break: bool) -> None:
        """Take a line: a row of its own, or the rest of the row above, which ended no sentence.

        Where lines do not end with the page's width, not ``may_break``, an indicator is never broken.
        """
        label, is_indicator = find_label(text), says_level(text)
        if label is None and not is_indicator and is_outside(text):
            self.is_broken = False
            return
        if is_indicator or label is not None or _LABEL.match(text) is not None or not self.is_broken:
            self.rows.append([])
            self.is_broken = may_break or not is_indicator
        self.rows[-1].append(number)
        self.indicators += is_indicator
        self.kinds |= label.kinds if label is not None else set()
        self.is_broken = self.is_broken and not text.endswith(_ENDS)


def sections_of(part: Part) -> list[Section]:
    """The projects that sections of a part tell; none where indicators stand anywhere else, or were achieved."""
    if any(map(is_of_evaluation, part.ask(distinct))):
        return []
    found: list[Section] = []
    is_open, is_sure = False, True
    for number, text in _texts(part):
        numbering = numbering_of(text) if text and not says_level(text) else None
        begins = numbering is not None and (not (is_open and found[-1].kinds) or numbering == found[-1].numbering)
        if text is None:
            is_open = False
        elif begins and numbering is not None:
            is_open = is_name(text)
            found += [Section(number, numbering)] if is_open else []
        elif is_open:
            found[-1].take(number, text, part.source.medium in _PAGED)
        is_sure = is_sure and (is_open or text is None or not says_level(text))
    whole = [section for section in found if section.is_whole]
    is_one = len({section.numbering for section in whole}) == 1
    is_sure = is_sure and not any(section.indicators for section in found if section not in whole)
    return whole if is_one and is_sure else []


def _texts(part: Part) -> Iterator[tuple[int, str | None]]:
    """The lines of a part with their text; None for a row of a table."""
    for line in part.source.lines:
        cells = [*part.texts[line.number].values()]
        if cells and not is_page_number(cells[0]):
            yield line.number, cells[0] if len(cells) == 1 and not line.is_row else None


def is_outside(text: str) -> bool:
    """True for the body that signs a text, and for its date."""
    return is_name_of_body(text) or _DATE.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """True for a heading that may name a project: no label, title, body or level, and no word of what money is."""
    name = without_number(Printed(text, range(len(text))))[1].text.strip()
    if not 1 < len(name) <= _LONGEST_HEADING or _SENTENCE.search(name) or find_label(name) is not None:
        return False
    return not (is_title(name) or is_name_of_body(name) or says_level(name) or is_general(name, 1))


def _evidence(part: Part) -> Mapping[str, str]:
    """Sections of text that each tell a project."""
    found = part.ask(sections_of)
    return {"target_form": f"projects in sections of text, line {found[0].heading}"} if found else {}


def _read(part: Part, ledger: Ledger) -> FormReading:
    """Read what stands above the sections, then their projects. Never raises."""
    reading, lines = FormReading(), {line.number: line for line in part.source.lines}
    sections = part.ask(sections_of)
    own = {number for section in sections for number in section.lines}
    for line in part.source.lines:
        for cell in ledger.cells(line).values() if line.number not in own else ():
            if is_name_of_body(cell.text):
                reading.bodies.append(cell.text)
                ledger.label(cell)
            elif not read_heading_line(ledger, reading, cell, _TITLES) and not read_year_line(ledger, reading, cell):
                ledger.leave(cell, "a line outside the form")
    years = printed_years(reading.heading)
    for section in sections:
        rows = [{0: ledger.printed([span for number in row for span in lines[number].cells])} for row in section.rows]
        form = read_form(NOTHING, rows, reading.money_unit, year=years[0] if len(years) == 1 else None)
        number, name = without_number(ledger.printed(lines[section.heading].cells))
        form.labels.append(FormLabel(_NAME, number))
        form.values["project_name"] = [name.strip()]
        land_form(ledger, reading, form)
    say_assumed_unit(ledger, reading)
    return reading


SECTIONS = Form("target_form", "table", _evidence, never_continues, _read)
