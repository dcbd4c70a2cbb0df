"""The tasks of a department's form (年度重点工作任务) to landed rows, each with its money, also by source."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, combinations

from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.meaning.money import source_by_words
from ingest.forms.labelled.meaning.tasks import (
    adds_up,
    is_called_name,
    is_called_task,
    is_grand_total,
    is_no_money,
    is_number,
    is_of_cycle,
    is_rate,
    is_spent,
    names_task,
    wan_of,
)
from ingest.forms.labelled.rows.department_form.ordinals import leave_ordinals
from ingest.forms.labelled.rows.department_form.total_of_tasks import land_total_of_tasks
from ingest.forms.reading import FormReading
from ingest.grammar.funding_sources import LEADING_SOURCE, source_of_kind
from ingest.rows import TotalRow
from ingest.rows.department import DepartmentTaskRow
from ingest.source.ledger import Ledger

# 任务1 beside what the task is
_NUMBER = re.compile(r"\s*+(?:任务|工作|事项|项目)?+\s*+(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*+[:：、.．]?+\s*+")
# 任务：, 任务1： before the name of one
_PREFIX = re.compile(r"(?:任务|工作|事项)\s*+(?:\d{1,2}|[一二三四五六七八九十]{1,2})?+\s*+[:：]\s*+(?=\S)")
_TOTAL = frozenset(("annual_total",))
_EXECUTED = frozenset(("executed",))
_PART = "source_fiscal_part"


def land_tasks(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int) -> None:
    """Land the tasks of form ``seq``, a row each, and their totals; one that nothing names is no row."""
    totals = [form.sums_of_tasks] if form.sums_of_tasks else []
    money: dict[str, list[Entry]] = {}
    before = len(reading.department_tasks)
    for row in form.tasks:
        texts = [entry for entry in row if wan_of(entry) is None]
        numbers = [entry for entry in texts if _NUMBER.fullmatch(entry.value.text)]
        texts = [entry for entry in texts if entry not in numbers] or texts
        name = _name_of(texts)
        if name is None:
            for entry in row:
                ledger.leave(entry.value, "no label says which column names the task")
            continue
        if is_grand_total(name.value.text) or _is_sum(row, form.tasks):
            totals.append(row)
            continue
        found = _measured(row)
        for measure, own in found.items():
            money.setdefault(measure, []).extend(own)
        measured = [entry for own in found.values() for entry in own]
        for entry in row:
            if (entry in numbers and entry not in texts) or is_number(entry):
                ledger.label(entry.value)
            elif entry in texts or entry in measured:
                ledger.field(entry.value)
            elif is_spent(entry):
                ledger.leave(entry.value, "what was spent on a task: no table holds it")
            else:
                ledger.leave(entry.value, "a part of the amount of a task")
        reading.department_tasks.append(_task(ledger, reading, name, texts, found, seq))
    leave_ordinals(reading.department_tasks[before:])
    left: dict[str, list[Entry]] = {}
    for row in totals:  # of several lists in one form each may have its own
        for entry in _land_totals(ledger, reading, row, money if len(totals) == 1 else {}, seq):
            left.setdefault((is_spent(entry) and _source_of(entry)) or "", []).append(entry)
    land_total_of_tasks(ledger, reading, form, seq, left)


def _is_sum(row: Sequence[Entry], rows: Sequence[Sequence[Entry]]) -> bool:
    """True for the last row of a list that prints a name alone, where others say more, and their sum: 总和, 100.

    So for one of several amounts none of which is less than those above it, where one of them is their sum.
    """
    above = [own for own in rows if own[0].table == row[0].table and own[0].row < row[0].row]
    amounts = [entry for entry in row if wan_of(entry) is not None]
    is_last = all(own in above or own is row or own[0].table != row[0].table for own in rows)
    say_more = all(sum(wan_of(entry) is None for entry in own) > 1 for own in above)
    is_named_alone = is_last and say_more and len(row) == len(amounts) + 1 > 1
    return is_named_alone and any(adds_up(e, above) for e in amounts) and all(_is_most(e, above) for e in amounts)


def _is_most(entry: Entry, rows: Sequence[Sequence[Entry]]) -> bool:
    """True for an amount that no other in the same column of ``rows`` exceeds."""
    others = [wan_of(own) or Decimal(0) for row in rows for own in row if own.column == entry.column]
    return max(others, default=Decimal(0)) <= (wan_of(entry) or Decimal(0))


def _task(
    ledger: Ledger,
    reading: FormReading,
    name: Entry,
    texts: Sequence[Entry],
    found: Mapping[str, list[Entry]],
    seq: int,
) -> DepartmentTaskRow:
    amounts = {measure: sum((wan_of(e) or Decimal(0) for e in own), Decimal(0)) for measure, own in found.items()}
    return DepartmentTaskRow(
        form_seq=seq,
        task_seq=len(reading.department_tasks) + 1,
        task_name=_PREFIX.sub("", name.value.text, count=1) if _PREFIX.match(name.value.text) else name.value.text,
        content="；".join(entry.value.text for entry in texts if entry is not name) or None,
        amount_wan=amounts.get("total"),
        amount_printed=found["total"][0].value.text if "total" in found else None,
        **ledger.place(name.value),
        fiscal_wan=amounts.get("fiscal"),
        special_account_wan=amounts.get("special_account"),
        other_wan=amounts.get("other"),
        executed_wan=amounts.get("executed"),
    )


def _measured(row: Sequence[Entry]) -> dict[str, list[Entry]]:
    """The amounts of a task: its total, its parts by source, what was spent on it; nothing of what no label tells."""
    total, spent = _money_of(row), _spent_of(row)
    amounts = [e for e in row if wan_of(e) is not None and not (is_spent(e) or is_of_cycle(e) or is_no_money(e))]
    found = {measure: [entry] for measure, entry in (("total", total), ("executed", spent)) if entry is not None}
    for entry in amounts:
        source = _source_of(entry)
        if total is not None and entry is not total and source is not None:
            found.setdefault(source, []).append(entry)
    for own in found.values():  # 财政拨款 as a whole beside 一般公共预算, a part of it
        own[:] = [entry for entry in own if not _is_part(entry)] or own
    return found


def _source_of(entry: Entry) -> str | None:
    if entry.header is None:
        return None
    kinds = (source_of_kind(kind) for kind in sorted(entry.header.kinds))
    known = LEADING_SOURCE if _is_part(entry) else next((source for source in kinds if source is not None), None)
    return known or source_by_words(entry.header.label.text)


def _is_part(entry: Entry) -> bool:
    return entry.header is not None and _PART in entry.header.kinds


def _spent_of(row: Sequence[Entry]) -> Entry | None:
    """What was spent on a task: the only such amount, or the one that a label calls the total."""
    spent = [entry for entry in row if is_spent(entry) and wan_of(entry) is not None and not is_rate(entry)]
    named = [entry for entry in spent if entry.header is not None and entry.header.kinds & (_TOTAL | _EXECUTED)]
    found = spent if len(spent) == 1 else named
    return found[0] if len(found) == 1 else None


def _total_of(row: Sequence[Entry], money: Sequence[Entry], is_shifted: bool) -> Entry | None:
    """The total in a row 合计: what stands in the column of the tasks' money, in a row that is shifted their sum."""
    amounts = {entry.column: entry for entry in row if wan_of(entry) is not None}
    columns, tables = {entry.column for entry in money}, {entry.table for entry in money}
    if len(columns) != 1 or len(tables) != 1:
        return None
    if not is_shifted:
        return amounts.get(next(iter(columns)))
    whole = sum((wan_of(entry) or Decimal(0) for entry in money), Decimal(0))
    return next((entry for entry in amounts.values() if wan_of(entry) == whole), None)


def _land_totals(
    ledger: Ledger, reading: FormReading, row: Sequence[Entry], money: Mapping[str, Sequence[Entry]], seq: int
) -> list[Entry]:
    """Land the totals of the tasks of form ``seq``: what a row 合计 prints below columns of ``money``, by measure.

    Gives what is in no row.
    """
    left: list[Entry] = []
    printed: list[tuple[Entry, str]] = []
    first = min((entry.column for own in money.values() for entry in own), default=0)
    is_shifted = any(entry.column < first and wan_of(entry) is not None for entry in row)
    for measure, own in money.items():
        taken = [entry for entry, _ in printed]
        total = _total_of([entry for entry in row if entry not in taken], own, is_shifted)
        printed += [(total, measure)] if total is not None else []
    measures = {id(entry): measure for entry, measure in printed}
    for entry in row:
        value = wan_of(entry)
        if id(entry) in measures and value is not None:
            measure = measures[id(entry)]
            is_spent = measure == "executed"
            of, kind = ("total", "tasks_executed") if is_spent else (measure, "tasks")
            text, place = ledger.field(entry.value).text, ledger.place(entry.value)
            total_row = TotalRow(
                "document", None, None, of, text, value, False, **place, amount_kind=kind, form_seq=seq
            )
            reading.totals.append(total_row)
        elif value is None and is_grand_total(entry.value.text):
            ledger.label(entry.value)
        else:
            left.append(entry)
    return left


def _name_of(texts: Sequence[Entry]) -> Entry | None:
    """The name of a task: the one text whose label speaks of one, or the only text; None where several may be it."""
    found = [entry for entry in texts if names_task(entry.header)]
    if found and all(map(_is_beside, found)):  # 任务内容 beside 对应项目
        found = [entry for entry in texts if is_called_task(entry.header) and entry not in found] or found
    found = [entry for entry in found if is_called_name(entry.header)] or found
    if found and is_called_task(found[0].header):
        found = [entry for entry in found if is_called_task(entry.header)]
    if len(found) == 1:
        return found[0]
    return texts[0] if len(texts) == 1 else None


def _is_beside(entry: Entry) -> bool:
    """True for a project or a department that belongs to a task: 对应项目, 所属项目."""
    return entry.header is not None and speaks(entry.header.label.text, "corresponding_word")


def _money_of(row: Sequence[Entry]) -> Entry | None:
    """The money of a task: its only amount, else the one that a label calls the total or that others add up to."""
    amounts = [(entry, value) for entry in row if (value := wan_of(entry)) is not None]
    planned = [own for own in amounts if not (is_spent(own[0]) or is_no_money(own[0]))]
    planned = [own for own in planned if not is_of_cycle(own[0])] or planned
    if len(planned) < 2:
        return planned[0][0] if planned else None
    named = [entry for entry, _ in planned if entry.header is not None and entry.header.kinds & _TOTAL]
    if len(named) == 1:
        return named[0]
    whole = [own for own in planned if _source_of(own[0]) is None]  # 金额 beside 其中：财政拨款
    if len(whole) == 1 and sum((value for entry, value in planned if not _is_part(entry)), -whole[0][1]) <= whole[0][1]:
        return whole[0][0]
    values = [value for _, value in planned]
    if len(set(values)) == 1:
        return planned[0][0]
    sums = [own for own in planned if any(own[1] == sum(parts) for parts in _others(values, own[1]))]
    return sums[0][0] if len({value for _, value in sums}) == 1 else None


def _others(values: Sequence[Decimal], own: Decimal) -> Iterator[Sequence[Decimal]]:
    """All ways to take two or more of the amounts beside one."""
    rest = [*values]
    rest.remove(own)
    return chain.from_iterable(combinations(rest, count) for count in range(2, len(rest) + 1))
