"""Several projects in text, each under a numbered heading that names it, with numbered fields and its table below.

`1、“水源地保护”项目`, `（1）实施主体：某乡人民政府`, `（2）年度预算安排：320万元。`, `（3）绩效目标和指标：`, then the
grid of its indicators. Published by towns as 重点项目绩效目标情况, without any title of a form. Where a table of
indicators stands under no such heading, none is read so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.forms.departments.prose_lines import numbering_of, without_number
from ingest.forms.heading import read_heading_line, read_year_line, say_assumed_unit
from ingest.forms.labelled.evidence import has_grid
from ingest.forms.labelled.labels import AMOUNT_KINDS, FormLabel, find_label
from ingest.forms.labelled.reader import read_form
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.notices.sectioned import is_name
from ingest.forms.notices.told import is_of_evaluation
from ingest.forms.reading import Form, FormReading, Part, distinct, never_continues
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, PrintedCells

_TITLES = ("target_title", "prose_title")
_OF_A_PROJECT = AMOUNT_KINDS | {"form_unit", "form_department"}
_NAME = frozenset(("project_name",))
_FIELD = re.compile(r"[^，,。；;：:]{2,16}[：:]")
_QUOTED = re.compile(r"[“\"「](?P<name>[^“”\"「」]{2,40})[”\"」]\s?项目")
_LONGEST_LINE = 80


@dataclass(slots=True)
class Tabled:
    """A project by the numbers of lines: the one that names it, its fields, and the rows of its table."""

    heading: int
    numbering: str
    fields: list[int] = field(default_factory=list)
    rows: list[Line] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    @property
    def lines(self) -> Sequence[int]:
        """The numbers of its lines."""
        return [self.heading, *self.fields, *(line.number for line in self.rows)]


def tabled_of(part: Part) -> list[Tabled]:
    """The projects of a part that have fields and a grid each; none where a grid stands elsewhere, or one is scored."""
    found: list[Tabled] = []
    others: list[Line] = []
    for line in part.source.lines:
        text = "".join(part.texts[line.number].values())
        numbering = numbering_of(text) if text and not line.is_row else None
        own = found[-1] if found else None
        if line.is_row:
            (own.rows if own is not None else others).append(line)
        elif own is not None and not own.rows and numbering and numbering != own.numbering and _is_field(text):
            own.fields.append(line.number)
            label = find_label(_behind_number(text))
            own.kinds |= label.kinds if label is not None else set()
        elif numbering is not None and is_name(text):
            found.append(Tabled(line.number, numbering))
    found = [own for own in found if own.rows]
    if (
        not found
        or len({own.numbering for own in found}) > 1
        or any(own.kinds.isdisjoint(_OF_A_PROJECT) for own in found)
    ):
        return []
    is_sure = all(_has_grid(part, own.rows) for own in found) and not _has_grid(part, others)
    return found if is_sure and not any(map(is_of_evaluation, part.ask(distinct))) else []


def _is_field(text: str) -> bool:
    return _FIELD.match(_behind_number(text)) is not None


def _behind_number(text: str) -> str:
    return without_number(Printed(text, range(len(text))))[1].text.strip()


def _has_grid(part: Part, rows: Sequence[Line]) -> bool:
    return bool(rows) and has_grid(Part(replace(part.source, lines=tuple(rows)), part.texts))


def heads_of(source: Source, part: Part, first: int) -> list[int]:
    """The lines above the first project that may say whose the text is, and of which year."""
    lines = [line for line in source.lines if line.number < first and not line.is_row]
    return [line.number for line in lines if 0 < len("".join(part.texts[line.number].values())) <= _LONGEST_LINE]


def _evidence(part: Part) -> Mapping[str, str]:
    """Projects in numbered fields, each with its table."""
    found = part.ask(tabled_of)
    return {"target_form": f"projects in fields of text and tables, line {found[0].heading}"} if found else {}


def _read(part: Part, ledger: Ledger) -> FormReading:
    """Read what stands above the projects, then these. Never raises."""
    reading, lines = FormReading(), {line.number: line for line in part.source.lines}
    found = part.ask(tabled_of)
    own = {number for tabled in found for number in tabled.lines}
    for line in part.source.lines:
        for cell in ledger.cells(line).values() if line.number not in own else ():
            if not read_heading_line(ledger, reading, cell, _TITLES) and not read_year_line(ledger, reading, cell):
                ledger.leave(cell, "a line outside the form")
    years = printed_years(reading.heading) or printed_years(reading.above)
    for tabled in found:
        fields = [ledger.printed(lines[number].cells) for number in tabled.fields]
        parts = [(number, _bare(text.strip())) for number, text in map(without_number, fields)]
        rows: list[PrintedCells] = [{0: text} for _, text in parts if not _heads(text.text)]
        rows += [cells for line in tabled.rows if (cells := ledger.cells(line))]
        form = read_form(NOTHING, rows, reading.money_unit, year=years[0] if len(years) == 1 else None)
        number, name, *marks = _name(ledger.printed(lines[tabled.heading].cells))
        form.fillers += [*(own for own, _ in parts if own), *(text for _, text in parts if _heads(text.text)), *marks]
        form.labels.append(FormLabel(_NAME, number))
        form.values["project_name"] = [name]
        land_form(ledger, reading, form)
    say_assumed_unit(ledger, reading)
    return reading


def _bare(text: Printed) -> Printed:
    """A field without the stop that ends a sentence of one amount: 320万元。"""
    return text[:-1] if text.text.endswith("元。") else text


def _heads(text: str) -> bool:
    """True for a field that is no label of a form and says nothing: 绩效目标和指标： above the table."""
    return text.endswith(("：", ":")) and find_label(text) is None


def _name(heading: Printed) -> Sequence[Printed]:
    """The number of a heading and the name behind it: that in quotation marks where it is one, with these."""
    number, name = without_number(heading)
    quoted = _QUOTED.fullmatch((name := name.strip()).text)
    if quoted is None:
        return number, name
    low, high = quoted.span("name")
    return number, name[low:high], name[:low], name[high:]


TABLED = Form("target_form", "table", _evidence, never_continues, _read)
