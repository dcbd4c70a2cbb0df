"""The money and the tasks of a whole department outside its form, where the form prints none: read with it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ingest.document.beside.joined import outside, read_again
from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.labels import book_label
from ingest.forms.labelled.rows.department_form.executions import land_executions
from ingest.forms.labelled.rows.department_form.named_tasks import land_named_tasks, numbered_tasks
from ingest.forms.reading import Form, FormReading, Part
from ingest.forms.tables_beside.department import DepartmentTable, tables_of_departments
from ingest.grammar.amounts import read_amount
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, Texts

_LABEL_AND_TEXT = 2


def with_department(
    source: Source, part: Part, form: Form, found: FormReading
) -> tuple[Part, Ledger, FormReading] | None:
    """The publication ``part`` of a source with what it tells of its department outside it, read; None without any."""
    if len(found.department_goals) != 1 or found.projects or (found.department_budget and found.department_tasks):
        return None
    tables = [] if found.department_budget else _tables(source, part.texts, found)
    tasks = [] if found.department_tasks else [*_rows_of_tasks(outside(source, part), part.texts)]
    if not tables and len(tasks) != 1:
        return None
    told = {at for table in tables for at in table.lines} | {line.number for line in tasks}
    joined, ledger, again, lines = read_again(source, part, form, told)
    land_tables(ledger, again, tables, lines)
    for line in tasks:
        label, value = ledger.cells(lines[line.number]).values()
        ledger.label(label)
        land_named_tasks(ledger, again, LabelledForm(attributes=[(label, [value])]), 1)
    return joined, ledger, again


def _rows_of_tasks(source: Source, texts: Texts) -> Iterator[Line]:
    """The rows of a label and a text that numbers tasks: 年度主要工作内容, 任务1：某事任务2：某事."""
    for line in source.lines:
        cells = [*texts[line.number].values()] if line.is_row else []
        if len(cells) == _LABEL_AND_TEXT and numbered_tasks(cells[0], cells[1]):
            yield line


def _tables(source: Source, texts: Texts, found: FormReading) -> list[DepartmentTable]:
    name = found.form_department or (found.bodies[0] if found.bodies else "")
    is_evaluated = any(row.actual is not None or row.score is not None for row in found.department_indicators)
    return agreeing(tables_of_departments(source, texts, name, is_evaluated), texts)


def agreeing(tables: Sequence[DepartmentTable], texts: Texts) -> list[DepartmentTable]:
    """The tables, each with something of its own; none where two print different amounts of one thing."""
    said: dict[tuple[str, str], Decimal] = {}
    found: list[DepartmentTable] = []
    for table in tables:
        own = table.wan(texts)
        if any(said.get(key, value) != value for key, value in own.items()):
            return []
        if not own.keys() <= said.keys():
            found.append(table)
        said |= own
    return found


def land_tables(
    ledger: Ledger, reading: FormReading, tables: Sequence[DepartmentTable], lines: Mapping[int, Line]
) -> None:
    """Land the items of the tables, a line of execution each; other amounts of their rows are left."""
    executions: dict[str, ExecutionLine] = {}
    for table in tables:
        cells = {at: ledger.cells(lines[at]) for at in table.lines}
        told = {cell for own in table.items for cell in own.amounts.values()}
        for number, row in cells.items():
            for at, cell in row.items():
                if (number, at) not in told:
                    _book(ledger, reading, cell)
        for own in table.items:
            line, at = own.label
            kind = "annual_total" if own.item == "total" else ""
            execution = executions.setdefault(own.item, ExecutionLine(kind, cells[line][at], table.unit))
            for column, (number, place) in own.amounts.items():
                if column not in execution.cells:
                    execution.cells[column] = cells[number][place]
                    execution.units[column] = table.unit
                else:
                    ledger.field(cells[number][place])  # the same amount in another table
    form = LabelledForm()
    form.executions += executions.values()
    land_executions(ledger, reading, form, 1, set())


def _book(ledger: Ledger, reading: FormReading, cell: Printed) -> None:
    if (amount := read_amount(cell.text)) is not None and amount.value is not None:
        ledger.leave(cell, "an amount of a department that no label names")
    else:
        book_label(ledger, reading, cell)
