"""区域绩效目标表, 区域绩效自评表 as tables of regions: a county a row, an indicator a column.

Published with transfers (转移支付, 专项资金) by the bodies that divide them. The title names the project. A row 合计
prints what is asked of all regions: that is the project's, and what is asked of each stands in the notes of
indicators. Where none is printed, the project is one in every region.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.forms.heading import say_assumed_unit
from ingest.forms.indicator_rows.above import Above
from ingest.forms.indicator_rows.headers.regions import RegionTable, is_sum, region_tables
from ingest.forms.indicator_rows.landing import Beside, ListLanding
from ingest.forms.indicator_rows.parts import OUTSIDE
from ingest.forms.indicator_rows.project_rows import ListLine, ProjectRows
from ingest.forms.labelled.evidence import TITLES, is_title
from ingest.forms.labelled.labels import book_label, find_label, read_label
from ingest.forms.labelled.rows.titled import is_general
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.rows import AttributeRow
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import NOTHING, Printed, PrintedCells
from ingest.vocabulary import words

_YEAR = re.compile(r"20\d\d\s*年度?\s*")
_BEHIND_NAME = re.compile(r"(?:区域|地区|市县|县区)?(?:项目)?(?:支出)?$")
_SHORTEST = 4


def evidence(part: Part) -> Mapping[str, str]:
    """A table of regions with indicators as its columns, below a title that names a project."""
    found = part.ask(region_tables)
    texts = [text for line in part.source.lines for text in part.texts[line.number].values()] if found else []
    if not any(_is_named(text) or _name(Printed(text, range(len(text)))) for text in texts):
        return {}
    name = "self_evaluation" if found[0].columns.has_actual else "target_form"
    return {name: f"line {found[0].header[0]}: regions with {len(found[0].names)} indicators as columns"}


def _is_named(text: str) -> bool:
    """True for 项目名称：某项目."""
    label = find_label(text)
    return label is not None and label.has_value and "project_name" in label.kinds


def _name(title: Printed) -> Printed:
    """The project's name in a title, between its year and 区域绩效自评表; NOTHING for what is too general."""
    if not is_title(title.text):
        return NOTHING
    ends = [title.text.rfind(word) for kind in TITLES for word in words("form_labels", kind) if word in title.text]
    begin = max((year.end() for year in _YEAR.finditer(title.text)), default=0)
    between = title[begin : min(ends, default=0)]
    name = between[: _BEHIND_NAME.search(between.text).start()].strip()  # type: ignore[union-attr]
    return name if not is_general(name.text, _SHORTEST) else NOTHING


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the table of regions of a document. Never raises."""
    reading = FormReading()
    above, table = Above(ledger, reading), part.ask(region_tables)[0]
    header: list[PrintedCells] = []
    rows: list[tuple[int, PrintedCells]] = []
    name = NOTHING
    for line in part.source.lines:
        cells = ledger.cells(line)
        if is_page_number(part.source.text[line.span.start : line.span.end]):
            ledger.layout(line.span)
        elif line.number in table.header:
            header.append(cells)
        elif line.number in table.lines:
            rows.append((line.page, cells))
        elif not header:
            named = next((cell for cell in cells.values() if _is_named(cell.text)), NOTHING)
            name = _take_name(ledger, named) or name or next(filter(None, map(_name, cells.values())), NOTHING)
            if others := {at: cell for at, cell in cells.items() if cell is not named}:
                above.take_row(line, others)
        else:
            for cell in cells.values():
                if not above.take(cell, is_above=False):
                    ledger.leave(cell, OUTSIDE)
    above.take_department_of_title()
    _land(ledger, reading, table, name, header, rows, above.department)
    say_assumed_unit(ledger, reading)
    return reading


def _take_name(ledger: Ledger, cell: Printed) -> Printed:
    """The name behind its label, both booked; that of a title is booked with it."""
    label = read_label(cell) if cell else None
    if label is None:
        return NOTHING
    ledger.label(label.label)
    return ledger.field(label.value)


def _land(
    ledger: Ledger,
    reading: FormReading,
    table: RegionTable,
    name: Printed,
    header: Sequence[PrintedCells],
    rows: Sequence[tuple[int, PrintedCells]],
    department: Printed,
) -> None:
    names = {at: header[row][column] for at, (row, column) in table.names.items()}
    for cell in (cell for row in header for cell in row.values()):
        if not any(cell is own for own in names.values()):
            book_label(ledger, reading, cell)
    for own in names.values():
        ledger.field(own)
    sums = [(page, cells) for page, cells in rows if is_sum(cells[table.region].text)]
    regions = [(page, cells) for page, cells in rows if not is_sum(cells[table.region].text)]
    columns = table.columns
    if len(sums) == 1:
        ledger.label(sums[0][1][table.region])
        notes = {level.name: _note(table, regions, level.name) for level in columns.levels}
        columns.levels = tuple(replace(level, note=notes[level.name]) for level in columns.levels)
        columns.heads = {at: head for at, head in columns.heads.items() if at != table.region}
    projects = [_project(table, name, names, page, cells) for page, cells in (sums if len(sums) == 1 else regions)]
    ListLanding(ledger, reading, columns, reading.money_unit, department, Beside()).land(projects)
    if len(sums) == 1:
        _keep(ledger, reading, table, regions)


def _project(
    table: RegionTable, name: Printed, names: Mapping[int, Printed], page: int, cells: PrintedCells
) -> ProjectRows:
    """The project in a row; its name is booked with the title, those of its indicators with the header."""
    heads = {at: cell for at, cell in cells.items() if at in table.columns.heads}
    others = {at: cell for at, cell in cells.items() if at not in heads and at != table.region}
    return ProjectRows(name, [ListLine(page, False, heads, {**others, **names})], is_carried=True)


def _note(table: RegionTable, regions: Sequence[tuple[int, PrintedCells]], at: int) -> str:
    """What regions have of an indicator: `甲县：≥20%/21%；乙县：≥15%`."""
    places = next(sorted(level.places) for level in table.columns.levels if level.name == at)
    values = [(cells[table.region].text, [cells[own].text for own in places if own in cells]) for _, cells in regions]
    return "；".join(f"{region}：{'/'.join(own)}" for region, own in values if own)


def _keep(
    ledger: Ledger, reading: FormReading, table: RegionTable, regions: Sequence[tuple[int, PrintedCells]]
) -> None:
    """Book the rows of regions beside their sum; their money is kept as attributes of the project."""
    for _, cells in regions:
        for at, cell in cells.items():
            if at == table.region or any(at in level.places for level in table.columns.levels):
                ledger.field(cell)
            elif (head := table.columns.heads.get(at)) is not None and head.role != "number":
                label = f"{cells[table.region].text} {head.label}"
                place = ledger.place(ledger.field(cell))
                reading.attributes.append(AttributeRow(len(reading.projects), label, cell.text, **place))
            else:
                ledger.label(cell)


REGIONS_OF_TARGETS = Form("target_form", "rows", evidence, never_continues, read)
REGIONS_OF_EVALUATIONS = Form("self_evaluation", "rows", evidence, never_continues, read)
