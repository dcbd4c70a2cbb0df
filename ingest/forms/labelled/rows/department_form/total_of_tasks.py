"""The total of a department that its form prints below its tasks alone: 金额合计 of 年度主要任务, by source."""

from ingest.forms.indicators import issue
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.labels import fold_label
from ingest.forms.labelled.rows.department_form.items import is_proved
from ingest.forms.reading import FormReading
from ingest.rows.department import DepartmentBudgetRow
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed
from ingest.vocabulary import words


def land_total_of_tasks(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int) -> None:
    """Land 金额合计 of the tasks of form ``seq`` as the money of the department, where it prints no other amount.

    Its sources prove it, where they are printed; else it is said to be assumed. 合计 of tasks alone may be that of some
    of its projects.
    """
    label = _label(form)
    totals = {row.measure: row for row in reading.totals if row.form_seq == seq and row.amount_kind == "tasks"}
    count = sum(row.form_seq == seq and row.amount_kind == "tasks" for row in reading.totals)
    is_open = not any(row.form_seq == seq for row in reading.department_budget)
    if label is None or not is_open or "total" not in totals or count != len(totals):
        return
    amounts = {measure: row.amount_wan for measure, row in totals.items() if row.amount_wan is not None}
    for measure, row in totals.items():
        reading.department_budget.append(
            DepartmentBudgetRow(
                form_seq=seq,
                item=measure,
                item_printed=label.text.strip("：: "),
                amount_wan=row.amount_wan,
                amount_printed=row.printed,
                initial_wan=None,
                executed_wan=None,
                execution_rate=None,
                execution_weight=None,
                execution_score=None,
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


def _label(form: LabelledForm) -> Printed | None:
    """金额合计, as a label or in the row of tasks that it stands in."""
    texts = [entry.value for row in form.tasks for entry in row]
    texts += [label.label for label in form.labels] + [entry.value for entry in form.sums_of_tasks]
    names = words("form_labels", "total_of_tasks")
    return next((text for text in texts if fold_label(text.text) in names), None)
