"""Why a form is read as it is: each of its entries with what it was taken for, and whether a sum proves it."""

from collections.abc import Iterator
from typing import NamedTuple

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.meaning.groups import groups
from ingest.forms.labelled.meaning.money import Amount, GroupOfMoney, read_cell
from ingest.source.blocks import Span


class Explained(NamedTuple):
    """An entry: its labels from the block to the column, its value, and what it is, proved where money is."""

    path: str
    value: str
    meaning: str


def explained(form: LabelledForm) -> Iterator[Explained]:
    """The entries of a form that was read, then the columns of its grid."""
    meanings = {**_texts(form), **_money(form)}
    for entry in form.entries:
        yield Explained(entry.path, entry.value.text, meanings.get(entry.value.span, "not understood"))
    if form.grid is not None:
        columns = ", ".join(f"{index} {role}" for index, role in form.grid.columns.items())
        yield Explained("grid", columns, f"{len(form.indicators)} indicators")


def _texts(form: LabelledForm) -> dict[Span, str]:
    found = {value.span: "attribute" for _, values in form.attributes for value in values}
    found |= {value.span: kind for kind, values in form.values.items() for value in values}
    found |= {value.span: kind for kind, value in form.names.items()}
    found |= {cell.span: "total_score" for _, cell in form.totals}
    found |= {entry.value.span: "task" for row in form.tasks for entry in row}
    lines = ((line.kind or "unknown line", line.cells) for line in form.executions)
    return found | {cell.span: f"{kind} {column}" for kind, cells in lines for column, cell in cells.items()}


def _money(form: LabelledForm) -> dict[Span, str]:
    found = {cell.printed.span: "amount that cannot be read" for cell in form.money}
    read = [Amount(cell, value) for cell in form.money if (value := read_cell(cell)) is not None]
    for group in groups(read):
        found |= dict(_group(group))
    return found


def _group(group: GroupOfMoney) -> Iterator[tuple[Span, str]]:
    whose = "whole project" if group.is_midterm else "year"
    proof = "proved by its sum" if group.is_proved else "not proved"
    for part in group.parts:
        yield part.cell.printed.span, f"part of an amount of the {whose}"
    for source, amounts in group.sources.items():
        for amount in amounts:
            yield amount.cell.printed.span, f"{source} of the {whose}, {proof}"
    if group.total is not None:
        yield group.total.cell.printed.span, f"total of the {whose}, {proof}"
