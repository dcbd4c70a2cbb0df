"""The tasks of a department's form that no list holds: numbered in one cell, or named by the labels of their money."""

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import speaks
from ingest.forms.reading import FormReading
from ingest.rows.department import DepartmentTaskRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed

# 任务1：某事任务2：某事 in one cell, 任务1：某事 left of its money
_NAMED = re.compile(r"任务\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[:：、.．]\s*(?=\S)")
# 1.某事；2.某事。 behind a label that speaks of tasks
_NUMBERED = re.compile(r"(?:^|(?<=[；;。]))\s*(?P<number>\d{1,2})\s*[、.．](?!\d)\s*(?=\S)")
_FEWEST_IN_A_CELL = 2


def numbered_tasks(label: str, text: str) -> list[re.Match[str]]:
    """The numbers of the tasks that a text behind a label names one after another; none of other texts.

    任务1, 任务2 behind a label that speaks of work; 1., 2., 3. behind one that speaks of tasks.
    """
    if not speaks(label, "task_word"):
        return []
    found = [*_NAMED.finditer(text)]
    if not found and speaks(label, "task_only_word"):
        found = [*_NUMBERED.finditer(text)]
        if [int(own["number"]) for own in found] != [*range(1, len(found) + 1)]:
            return []
    return found if len(found) >= _FEWEST_IN_A_CELL and found[0].start() == 0 else []


def names_one_task(cell: MoneyCell) -> bool:
    """True for money whose label names a task: 任务1：某事."""
    return _NAMED.match(cell.label.text) is not None


def land_tasks_with_money(
    ledger: Ledger, reading: FormReading, tasks: Sequence[tuple[MoneyCell, Decimal]], seq: int
) -> None:
    """Land the tasks of form ``seq`` that the labels of amounts name, each with its amount in 万元."""
    for cell, value in tasks:
        prefix = _NAMED.match(cell.label.text)
        _land(ledger, reading, cell.label[prefix.end() if prefix else 0 :].strip(), seq, cell, value)


def land_named_tasks(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int) -> None:
    """Land the tasks that one cell names one after another, numbered; a form that lists them in rows has no such cell.

    A list of projects (项目支出情况, 项目名称) is none of tasks. What they are named behind is no attribute then.
    """
    for label, values in [] if any(map(_is_of_tasks, form.tasks)) else list(form.attributes):
        found = numbered_tasks(label.text, values[0].text) if len(values) == 1 else []
        if not found:
            continue
        form.attributes.remove((label, values))
        ends = [*(own.start() for own in found[1:]), len(values[0].text)]
        for own, end in zip(found, ends, strict=True):
            ledger.label(values[0][: own.end()][own.start() :])
            name = values[0][own.end() : end].strip()
            bare = name[: len(name.text.rstrip("；;。"))]
            ledger.label(name[len(bare.text) :])
            _land(ledger, reading, ledger.field(bare), seq)


def _is_of_tasks(row: Sequence[Entry]) -> bool:
    """True for a row of a list whose labels speak of tasks."""
    labels = [label for entry in row for label in (entry.block, entry.label, entry.header) if label is not None]
    is_of_projects = any("project_name" in label.kinds for label in labels)
    return not is_of_projects or any(speaks(label.label.text, "task_only_word") for label in labels)


def _land(
    ledger: Ledger,
    reading: FormReading,
    name: Printed,
    seq: int,
    money: MoneyCell | None = None,
    value: Decimal | None = None,
) -> None:
    amount = money.amount if money is not None else NOTHING
    row = DepartmentTaskRow(
        form_seq=seq,
        task_seq=len(reading.department_tasks) + 1,
        task_name=name.text,
        content=None,
        amount_wan=value,
        amount_printed=ledger.field(amount).text or None,
        **ledger.place(name),
    )
    reading.department_tasks.append(row)
