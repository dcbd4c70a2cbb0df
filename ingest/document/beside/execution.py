"""The execution of projects in a list outside the publication, where its forms print none: read with them.

A file may print 绩效自评结果汇总表 with the money of each project, and below it the indicators alone.
"""

from collections import Counter
from collections.abc import Mapping

from ingest.document.beside.joined import outside, read_again
from ingest.forms.labelled.form import ExecutionLine
from ingest.forms.labelled.labels import book_label
from ingest.forms.labelled.rows.executions import land_executions
from ingest.forms.reading import Form, FormReading, Part
from ingest.forms.tables_beside.projects import ProjectList, lists_of
from ingest.grammar.amounts import read_wan
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Texts, fold

_AMOUNTS = ("budget", "adjusted", "executed")
_COLUMNS = (*_AMOUNTS, "execution_rate")

ListedRow = tuple[ProjectList, Line]


def with_executions(
    source: Source, part: Part, form: Form, found: FormReading
) -> tuple[Part, Ledger, FormReading] | None:
    """The publication ``part`` of a source with the rows of execution of its projects, read; None without any."""
    names = _without_execution(found)
    if not names:
        return None
    rows = _rows_of(outside(source, part), part.texts, names)
    if not rows:
        return None
    told = {line.number for listed, row in rows.values() for line in (*listed.header, row)}
    joined, ledger, again, lines = read_again(source, part, form, told)
    _land(ledger, again, rows, lines)
    return joined, ledger, again


def _without_execution(reading: FormReading) -> dict[str, int]:
    """The evaluated projects, by their folded names, that print no money; none whose name comes twice."""
    said = {row.project_seq for rows in (reading.funding, reading.executions) for row in rows}
    said |= {row.project_seq for row in reading.issues if row.project_seq and row.code.startswith("amount")}
    evaluated = {row.project_seq for row in reading.performance} - said
    names = Counter(fold(row.project_name) for row in reading.projects)
    return {
        fold(row.project_name): row.project_seq
        for row in reading.projects
        if row.project_seq in evaluated and names[fold(row.project_name)] == 1
    }


def _rows_of(source: Source, texts: Texts, names: Mapping[str, int]) -> dict[str, ListedRow]:
    """The row of each of the ``names`` that one row alone prints, with what was budgeted and what was executed."""
    found: dict[str, list[ListedRow]] = {}
    for listed in lists_of(Part(source, texts)):
        if not (listed.is_evaluated and _tells_execution(listed)):
            continue
        for line in listed.rows:
            name = fold(listed.name_of(texts[line.number]) or "")
            if name in names and all(_is_read(listed, texts, line, measure) for measure in _measures(listed)):
                found.setdefault(name, []).append((listed, line))
    return {name: rows[0] for name, rows in found.items() if len(rows) == 1}


def _measures(listed: ProjectList) -> list[str]:
    return [measure for measure in _AMOUNTS if measure in listed.columns]


def _tells_execution(listed: ProjectList) -> bool:
    measures = _measures(listed)
    return "executed" in measures and len(measures) > 1 and all(listed.units.get(own) for own in measures)


def _is_read(listed: ProjectList, texts: Texts, line: Line, measure: str) -> bool:
    printed = texts[line.number].get(listed.columns[measure], "")
    return read_wan(printed, listed.units[measure] or "") is not None


def _land(ledger: Ledger, reading: FormReading, rows: Mapping[str, ListedRow], lines: Mapping[int, Line]) -> None:
    """Land the execution of ``rows`` with the projects of their names; what else they print stays in the list."""
    booked: set[int] = set()
    for name, seq in _without_execution(reading).items():
        if name not in rows:
            continue
        listed, row = rows[name]
        for line in listed.header:
            if line.number not in booked:
                booked.add(line.number)
                for cell in ledger.cells(lines[line.number]).values():
                    book_label(ledger, reading, cell)
        cells = ledger.cells(lines[row.number])
        told = {own: at for own, at in listed.columns.items() if own in _COLUMNS and at in cells}
        for at, cell in cells.items():
            if at not in told.values():
                ledger.label(cell)
        units = {own: listed.units[own] or "" for own in told if own in _AMOUNTS}
        own = ExecutionLine("annual_total", NOTHING, "", {own: cells[at] for own, at in told.items()}, units=units)
        land_executions(ledger, reading, [own], seq)
