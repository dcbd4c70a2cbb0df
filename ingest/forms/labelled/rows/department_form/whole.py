"""The money of a whole department that stands only below its tasks: 金额合计, the total and its sources."""

from collections.abc import Sequence

from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import fold_label
from ingest.forms.labelled.meaning.tasks import wan_of
from ingest.forms.labelled.rows.department_form.items import is_proved
from ingest.forms.reading import FormReading
from ingest.rows.department import DepartmentBudgetRow
from ingest.source.ledger import Ledger
from ingest.vocabulary import words

_TOTAL = "total"


def land_whole(
    ledger: Ledger, reading: FormReading, row: Sequence[Entry], printed: Sequence[tuple[Entry, str]], seq: int
) -> None:
    """Land what the row 金额合计 of form ``seq`` ``printed`` by measure, where the form prints no other such money.

    It is that of the department where its sources are printed, too, and its total is their sum; not in a form that says
    what was spent on tasks.
    """
    is_open = not any(own.form_seq == seq for own in reading.department_budget)
    if not (is_open and (label := _label_of(row))) or any(measure == "executed" for _, measure in printed):
        return
    amounts = {measure: value for entry, measure in printed if (value := wan_of(entry)) is not None}
    if not is_proved(amounts, _TOTAL):
        return
    for entry, measure in printed:
        if measure in amounts:
            budget = DepartmentBudgetRow(
                form_seq=seq,
                item=measure,
                item_printed=label,
                amount_wan=amounts[measure],
                amount_printed=entry.value.text,
                initial_wan=None,
                executed_wan=None,
                execution_rate=None,
                execution_weight=None,
                execution_score=None,
                is_proved=True,
                **ledger.place(entry.value),
            )
            reading.department_budget.append(budget)


def _label_of(row: Sequence[Entry]) -> str:
    """The text of a row that says that it is the whole of the money (金额合计); empty where none does."""
    texts = [entry.value.text for entry in row] + [entry.label.label.text for entry in row if entry.label is not None]
    return next((text for text in texts if fold_label(text) in words("form_labels", "whole_of_tasks")), "")
