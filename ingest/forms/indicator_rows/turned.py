"""A list of projects that is turned: labels in the first column, a project in each of the others.

Published by offices of few projects: 项目名称, 预算金额, 年度绩效目标 and levels of indicators below each other.
"""

from collections.abc import Mapping, Sequence

from ingest.forms.heading import say_assumed_unit
from ingest.forms.indicator_rows.above import Above
from ingest.forms.indicator_rows.headers.columns import ListColumns
from ingest.forms.indicator_rows.headers.turned import turned_lists
from ingest.forms.indicator_rows.landing import Beside, ListLanding
from ingest.forms.indicator_rows.parts import OUTSIDE
from ingest.forms.indicator_rows.project_rows import ListLine, ProjectRows
from ingest.forms.labelled.labels import book_label
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.source.ledger import Ledger
from ingest.source.page_numbers import is_page_number
from ingest.source.printed import Printed, PrintedCells


def evidence(part: Part) -> Mapping[str, str]:
    """A turned list of projects."""
    found = part.ask(turned_lists)
    if not found:
        return {}
    name = "self_evaluation" if found[0].columns.has_actual else "target_form"
    return {name: f"line {found[0].lines[0]}: a list of projects, a column each"}


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the turned lists of a document. Never raises."""
    reading = FormReading()
    above = Above(ledger, reading)
    lists = {turned.lines[0]: turned for turned in part.ask(turned_lists)}
    inside = {number: turned for turned in lists.values() for number in turned.lines}
    held: list[PrintedCells] = []
    for line in part.source.lines:
        cells = ledger.cells(line)
        if is_page_number(part.source.text[line.span.start : line.span.end]):
            ledger.layout(line.span)
        elif line.number in inside:
            held.append(cells)
            if line.number == inside[line.number].lines[-1]:
                _land(ledger, reading, inside[line.number].columns, held, above.department, line.page)
                held = []
        elif cells and not reading.projects:
            above.take_row(line, cells)
        else:
            for cell in cells.values():
                if not above.take(cell, is_above=False):
                    ledger.leave(cell, OUTSIDE)
    say_assumed_unit(ledger, reading)
    return reading


def _land(
    ledger: Ledger,
    reading: FormReading,
    columns: ListColumns,
    rows: Sequence[PrintedCells],
    department: Printed,
    page: int,
) -> None:
    first, *places = sorted(rows[0])
    for row in rows:
        book_label(ledger, reading, row[first])
    projects = []
    for at in places:
        cells = {number: row[at] for number, row in enumerate(rows) if at in row}
        heads = {number: cell for number, cell in cells.items() if number == columns.name or number in columns.heads}
        others = {number: cell for number, cell in cells.items() if number not in heads}
        projects.append(ProjectRows(rows[0][at], [ListLine(page, False, heads, others)]))
    ListLanding(ledger, reading, columns, reading.money_unit, department, Beside()).land(projects)


TURNED_TARGETS = Form("target_form", "rows", evidence, never_continues, read)
TURNED_EVALUATIONS = Form("self_evaluation", "rows", evidence, never_continues, read)
