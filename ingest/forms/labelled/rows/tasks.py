"""The tasks of a department's form (年度重点工作任务) to landed rows, each with its money."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, combinations

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.meaning.tasks import is_called_name, is_called_task, is_grand_total, names_task
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import amount_and_notes, read_wan
from ingest.rows import TotalRow
from ingest.rows.department import DepartmentTaskRow
from ingest.source.ledger import Ledger

# 任务1 beside what the task is
_NUMBER = re.compile(r"\s*+(?:任务|工作|事项|项目)?+\s*+(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*+[:：、.．]?+\s*+")
_TOTAL = frozenset(("annual_total",))
_SPENT = frozenset(("executed", "execution_rate"))


def land_tasks(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int) -> None:
    """Land the tasks of form ``seq``, a row each, and their total; one that nothing names is no row."""
    totals = [form.sums_of_tasks] if form.sums_of_tasks else []
    money_of_tasks: list[Entry] = []
    for row in form.tasks:
        texts = [entry for entry in row if _wan(entry) is None]
        numbers = [entry for entry in texts if _NUMBER.fullmatch(entry.value.text)]
        texts = [entry for entry in texts if entry not in numbers] or texts
        name = _name_of(texts)
        if name is None:
            for entry in row:
                ledger.leave(entry.value, "no label says which column names the task")
            continue
        money = _money_of(row)
        others = [entry.value for entry in texts if entry is not name]
        if is_grand_total(name.value.text):
            totals.append(row)
            continue
        money_of_tasks += [money] if money is not None else []
        for entry in row:
            if entry in numbers and entry not in texts:
                ledger.label(entry.value)
            elif entry in texts or entry is money:
                ledger.field(entry.value)
            elif _is_spent(entry):
                ledger.leave(entry.value, "what was spent on a task: no table holds it")
            else:
                ledger.leave(entry.value, "a part of the amount of a task")
        reading.department_tasks.append(
            DepartmentTaskRow(
                form_seq=seq,
                task_seq=len(reading.department_tasks) + 1,
                task_name=name.value.text,
                content="；".join(part.text for part in others) or None,
                amount_wan=_wan(money) if money is not None else None,
                amount_printed=money.value.text if money is not None else None,
                **ledger.place(name.value),
            )
        )
    for row in totals:  # of several lists in one form each may have its own
        _land_total(ledger, reading, row, _total_of(row, money_of_tasks) if len(totals) == 1 else None, seq)


def _total_of(row: Sequence[Entry], money: Sequence[Entry]) -> Entry | None:
    """The total in a row 合计: what stands in the column of the tasks' money, in a row that is shifted their sum."""
    amounts = {entry.column: entry for entry in row if _wan(entry) is not None}
    columns, tables = {entry.column for entry in money}, {entry.table for entry in money}
    if len(columns) != 1 or len(tables) != 1:
        return None
    if min(amounts, default=0) >= min(columns):
        return amounts.get(next(iter(columns)))
    whole = sum((_wan(entry) or Decimal(0) for entry in money), Decimal(0))
    return next((entry for entry in amounts.values() if _wan(entry) == whole), None)


def _land_total(ledger: Ledger, reading: FormReading, row: Sequence[Entry], printed: Entry | None, seq: int) -> None:
    """Land the total of the tasks of form ``seq``, ``printed`` in a row 合计."""
    for entry in row:
        value = _wan(entry)
        if entry is printed and value is not None:
            text, place = ledger.field(entry.value).text, ledger.place(entry.value)
            total = TotalRow("document", None, None, "total", text, value, False, **place)
            total.amount_kind, total.form_seq = "tasks", seq
            reading.totals.append(total)
        elif value is None and is_grand_total(entry.value.text):
            ledger.label(entry.value)
        else:
            ledger.leave(entry.value, "the sum of the tasks")


def _name_of(texts: Sequence[Entry]) -> Entry | None:
    """The name of a task: the one text whose label speaks of one, or the only text; None where several may be it."""
    found = [entry for entry in texts if names_task(entry.header)]
    found = [entry for entry in found if is_called_name(entry.header)] or found
    if found and is_called_task(found[0].header):
        found = [entry for entry in found if is_called_task(entry.header)]
    if len(found) == 1:
        return found[0]
    return texts[0] if len(texts) == 1 else None


def _money_of(row: Sequence[Entry]) -> Entry | None:
    """The money of a task: its only amount, else the one that a label calls the total or that others add up to."""
    amounts = [(entry, value) for entry in row if (value := _wan(entry)) is not None]
    planned = [own for own in amounts if not _is_spent(own[0])]
    if len(planned) < 2:
        return planned[0][0] if planned else None
    named = [entry for entry, _ in planned if entry.header is not None and entry.header.kinds & _TOTAL]
    if len(named) == 1:
        return named[0]
    values = [value for _, value in planned]
    if len(set(values)) == 1:
        return planned[0][0]
    sums = [own for own in planned if any(own[1] == sum(parts) for parts in _others(values, own[1]))]
    return sums[0][0] if len({value for _, value in sums}) == 1 else None


def _is_spent(entry: Entry) -> bool:
    """True for what was spent on a task, by the label of its column or by the one that spans several."""
    return any(label is not None and label.kinds & _SPENT for label in (entry.header, entry.above))


def _others(values: Sequence[Decimal], own: Decimal) -> Iterator[Sequence[Decimal]]:
    """All ways to take two or more of the amounts beside one."""
    rest = [*values]
    rest.remove(own)
    return chain.from_iterable(combinations(rest, count) for count in range(2, len(rest) + 1))


def _wan(entry: Entry) -> Decimal | None:
    noted = amount_and_notes(entry.value.text)
    return read_wan(noted.amount, entry.unit) if noted is not None else None
