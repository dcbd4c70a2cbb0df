"""The total of a department that its form prints below its tasks alone: 金额合计 of 年度主要任务, by source."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.forms.indicators import issue
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import fold_label, grid_column
from ingest.forms.labelled.meaning.tasks import is_rate, wan_of
from ingest.forms.labelled.rows.department_form.items import is_proved
from ingest.forms.reading import FormReading
from ingest.grammar.quantities import read_score
from ingest.rows.department import DepartmentBudgetRow
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed
from ingest.vocabulary import words


class Spent(NamedTuple):
    """What was spent in the row 金额合计: amounts by measure, 万元, with rate, weight and score of the execution."""

    amounts: Mapping[str, Decimal]
    numbers: Mapping[str, Decimal]


_NOTHING_SPENT = Spent({}, {})


def land_total_of_tasks(
    ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int, left: Mapping[str, Sequence[Entry]]
) -> None:
    """Land 金额合计 of the tasks of form ``seq`` as the money of the department, where it prints no other amount.

    Its sources prove it, where they are printed; else it is said to be assumed. 合计 of tasks alone may be that of some
    of its projects. ``left`` is what else stands in its row: by source what was spent, all others under no name.
    """
    label = _label(form)
    totals = {row.measure: row for row in reading.totals if row.form_seq == seq and row.amount_kind == "tasks"}
    count = sum(row.form_seq == seq and row.amount_kind == "tasks" for row in reading.totals)
    is_open = not any(row.form_seq == seq for row in reading.department_budget)
    if label is None or not is_open or "total" not in totals or count != len(totals):
        _leave(ledger, left)
        return
    spent = _spent(ledger, reading, seq, left)
    amounts = {measure: row.amount_wan for measure, row in totals.items() if row.amount_wan is not None}
    for measure, row in totals.items():
        numbers = spent.numbers if measure == "total" else {}
        reading.department_budget.append(
            DepartmentBudgetRow(
                form_seq=seq,
                item=measure,
                item_printed=label.text.strip("：: "),
                amount_wan=row.amount_wan,
                amount_printed=row.printed,
                initial_wan=None,
                executed_wan=spent.amounts.get(measure),
                execution_rate=numbers.get("rate"),
                execution_weight=numbers.get("weight"),
                execution_score=numbers.get("score"),
                is_proved=is_proved(amounts, measure),
                page=row.page,
                line=row.line,
                char_start=row.char_start,
                char_end=row.char_end,
            )
        )
    if is_proved(amounts, "total"):
        return
    message = "the only total of the department is that of its tasks"
    reading.issues.append(issue(ledger, "department_total_assumed", label, message))


def _spent(ledger: Ledger, reading: FormReading, seq: int, left: Mapping[str, Sequence[Entry]]) -> Spent:
    """What was spent, booked: the total that is landed, and its sources where they add up to it."""
    spent = [row for row in reading.totals if row.form_seq == seq and row.amount_kind == "tasks_executed"]
    if len(spent) != 1 or spent[0].amount_wan is None:
        _leave(ledger, left)
        return _NOTHING_SPENT
    amounts, taken = {"total": spent[0].amount_wan}, list[Entry]()
    sources = {measure: own[0] for measure, own in left.items() if measure and len(own) == 1}
    values = {measure: wan_of(entry) or Decimal(0) for measure, entry in sources.items()}
    if is_proved({**amounts, **values}, "total"):
        amounts, taken = {**amounts, **values}, [*sources.values()]
    numbers = dict[str, Decimal]()
    for entry in left.get("", ()):
        name, value = _number_of(entry), read_score(entry.value.text)
        if name is not None and value is not None and numbers.setdefault(name, value) is value:
            taken.append(entry)
    for entry in taken:
        ledger.field(entry.value)
    _leave(ledger, left, taken)
    return Spent(amounts, numbers)


def _number_of(entry: Entry) -> str | None:
    """Whether a number is the rate of execution, its weight or its score; None for any other."""
    if entry.header is None:
        return None
    column = grid_column(entry.header.label.text)
    return "rate" if is_rate(entry) else column if column in ("weight", "score") else None


def _leave(ledger: Ledger, left: Mapping[str, Sequence[Entry]], taken: Sequence[Entry] = ()) -> None:
    for entry in (entry for own in left.values() for entry in own):
        if not any(entry is own for own in taken):
            ledger.leave(entry.value, "the sum of the tasks")


def _label(form: LabelledForm) -> Printed | None:
    """金额合计, as a label or in the row of tasks that it stands in."""
    texts = [entry.value for row in form.tasks for entry in row]
    texts += [label.label for label in form.labels] + [entry.value for entry in form.sums_of_tasks]
    names = words("form_labels", "total_of_tasks")
    return next((text for text in texts if fold_label(text.text) in names), None)
