"""The money of projects in a table outside the publication, where its forms print none: read with them."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.document.beside.joined import outside, read_again
from ingest.document.beside.levels_said import land_said, levels_said
from ingest.document.beside.said_money import land_said_money, money_said
from ingest.forms.reading import Form, FormReading, Part
from ingest.forms.tables_beside.allocated import allocation_of, land_allocation
from ingest.forms.tables_beside.lone_totals import completing, lone_totals, put_back, set_aside
from ingest.forms.tables_beside.money import land_money, rows_of_money, without_money
from ingest.grammar.years import printed_years
from ingest.source.blocks import Source
from ingest.source.ledger import Ledger

_READ_BESIDE = ("funding", "executions", "department_budget", "department_tasks")


def with_money(source: Source, part: Part, form: Form, found: FormReading) -> tuple[Part, Ledger, FormReading] | None:
    """The publication ``part`` of a source with the rows of money of its projects, read; None where none is told."""
    names, totals = without_money(found), lone_totals(found)
    if not names and not totals:
        return None
    rows = rows_of_money(outside(source, part), part.texts, names.keys() | totals.keys())
    years = frozenset(printed_years(found.heading) or printed_years(found.above) or found.years_said)
    rows = completing(rows, part.texts, totals, years)
    if not rows:
        beside = _with_allocation(source, part, form, found) if names else None
        return beside or (_with_said(source, part, form, found) if names else None)
    rows = {
        name: (replace(table, above=_above(source, found, table.above, table.unit)), number)
        for name, (table, number) in rows.items()
    }
    told = {number for table, number in rows.values()} | {at for table, _ in rows.values() for at in table.above}
    joined, ledger, again, lines = read_again(source, part, form, told)
    taken = set_aside(again, rows)
    land_money(ledger, again, rows, lines)
    put_back(again, taken)
    return joined, ledger, again


def _above(source: Source, found: FormReading, above: Sequence[int], unit: str) -> tuple[int, ...]:
    """The lines above rows of money without 单位：元, where the publication prints its own unit, and another one."""
    is_other = found.money_unit_basis == "printed" and found.money_unit != unit
    rows = {line.number for line in source.lines if line.is_row}
    return tuple(number for number in above if number in rows or not is_other)


def _with_allocation(
    source: Source, part: Part, form: Form, found: FormReading
) -> tuple[Part, Ledger, FormReading] | None:
    """The publication with the total of the table that divides the money of its one project; None where none does."""
    if len(found.projects) != 1:
        return None
    total = allocation_of(outside(source, part), part.texts, found.projects[0].project_name)
    if total is None:
        return None
    total = total._replace(above=_above(source, found, total.above, total.unit))
    joined, ledger, again, lines = read_again(source, part, form, {*total.above, total.total})
    land_allocation(ledger, again, total, lines)
    return joined, ledger, again


def _with_said(source: Source, part: Part, form: Form, found: FormReading) -> tuple[Part, Ledger, FormReading] | None:
    """The publication with the sentences that say the money of its projects; None where none does."""
    said = money_said(source, part.texts, found)
    if not said:
        return None
    joined, ledger, again, lines = read_again(source, part, form, {own.line for own in said.values()})
    if len(again.projects) != len(found.projects):
        return None
    land_said_money(ledger, again, said, lines)
    return joined, ledger, again


def with_levels(source: Source, part: Part, form: Form, found: FormReading) -> tuple[Part, Ledger, FormReading] | None:
    """The publication with the sentences that name levels of the money of its projects; None where none does."""
    said = levels_said(source, part.texts, found)
    if not said:
        return None
    joined, ledger, again, lines = read_again(source, part, form, {number for number, _ in said.values()})
    if any(len(getattr(again, own)) != len(getattr(found, own)) for own in _READ_BESIDE):
        return None  # what else was read beside the form is not read again
    land_said(ledger, again, said, lines)
    return joined, ledger, again
