"""A form of a whole department (部门整体支出绩效目标表, 自评表) to landed rows: in no sum of projects."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from itertools import chain

from ingest.forms.indicators import issue
from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.meaning.money import read_cell
from ingest.forms.labelled.rows.department_form.executions import (
    amounts_of_totals,
    item_of_line,
    land_executions,
    spent_alone,
)
from ingest.forms.labelled.rows.department_form.indicators import department_indicator
from ingest.forms.labelled.rows.department_form.items import KINDS, is_proved, item_of
from ingest.forms.labelled.rows.department_form.named_tasks import (
    land_named_tasks,
    land_tasks_with_money,
    names_one_task,
)
from ingest.forms.labelled.rows.department_form.tasks import land_tasks
from ingest.forms.labelled.rows.evaluation import land_totals, total_of
from ingest.forms.labelled.rows.rate_row import take_rate_row
from ingest.forms.labelled.rows.unread import leave_unread
from ingest.forms.reading import FormReading
from ingest.grammar.funding_sources import LEADING_SOURCE
from ingest.grammar.quantities import read_score
from ingest.rows.department import DepartmentBudgetRow, DepartmentGoalRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, fold

_PAIR = 2
_GRADE = "自评等级"
_NO_TABLE = "of a department's form: no table holds it"


def is_of_department(form: LabelledForm) -> bool:
    """True for a form of which the title says so, or a label in a form that names no project: 部门整体支出.

    转移支付整体绩效目标自评表 is that of a transfer, where the form names it; 项目支出绩效目标表 is that of a project,
    whatever its labels say.
    """
    names_project = any("project_name" in label.kinds for label in form.labels)
    if speaks(form.title.text, "overall_title"):
        return not (names_project and speaks(form.title.text, "transfer_title"))
    is_of_project = names_project or speaks(form.title.text, "project_title_word")
    return not is_of_project and any(speaks(label.label.text, "overall_title") for label in form.labels)


def land_department(ledger: Ledger, reading: FormReading, form: LabelledForm) -> None:
    """Land the goals, amounts, tasks and indicators of a department's form; what has no place is left unbooked."""
    seq = len(reading.department_goals) + 1
    take_rate_row(ledger, form)
    land_named_tasks(ledger, reading, form, seq)
    _goals(ledger, reading, form, seq)
    _budget(ledger, reading, form, seq)
    land_tasks(ledger, reading, form, seq)
    for part in form.fields:
        ledger.field(part)
    for number, printed in enumerate(form.indicators, start=1):
        reading.department_indicators.append(department_indicator(ledger, seq, number, printed))
    leave_unread(ledger, reading, form)


def _goals(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int) -> None:
    annual, cycle, overall = (form.text(kind) for kind in ("annual_goal", "cycle_goal", "overall_goal"))
    achieved = form.text("achieved_goal")
    for goal in (annual, cycle, overall, achieved):
        ledger.field(goal)
    _, score = total_of(form)
    grade = land_totals(ledger, form)
    reading.department_goals.append(
        DepartmentGoalRow(
            form_seq=seq,
            annual_goal=(annual or overall).text or None,
            cycle_goal=(cycle or (overall if annual else NOTHING)).text or None,
            achieved_goal=achieved.text or None,
            total_score=read_score(score.text),
            particulars=_particulars(ledger, form, grade),
            **ledger.place(annual or overall or cycle or form.title),
        )
    )


def _particulars(ledger: Ledger, form: LabelledForm, grade: Printed) -> str | None:
    """What else the form says of the department, each label with its values a line: 部门职能概述, its grade."""
    lines = [f"{_GRADE}：{grade.text}"] if grade else []
    for label, values in form.filled():
        for value in values:
            ledger.field(value)
        lines.append(f"{label}：{'；'.join(value.text for value in values)}")
    return "\n".join(lines) or None


def _budget(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int) -> None:
    known = [(cell, value) for cell in form.money if (value := read_cell(cell)) is not None]
    tasks = [(cell, value) for cell, value in known if names_one_task(cell)]
    land_tasks_with_money(ledger, reading, tasks, seq)
    read = [own for own in known if own not in tasks]
    items: dict[str, tuple[MoneyCell, Decimal]] = {}
    of_parts = [cell for cell, value in read if item_of(cell) == "total" and _is_one_kind(read, value)]
    printed = {*(item_of(cell) for cell, _ in read if cell not in of_parts), *map(item_of_line, form.executions)}
    sums = [] if "total" in printed else [cell for cell, value in read if _is_sum(read, cell, value)]
    said = [("total" if cell in sums else item_of(cell), cell, value) for cell, value in read]
    named = [(None if cell in of_parts else item, cell, value) for item, cell, value in said]
    totals = {value for item, _, value in named if item == "total"}
    _compare_sides(ledger, reading, [cell for item, cell, _ in named if item == "total"])
    of_lines = amounts_of_totals(form.executions)
    of_year = {cell.kind for item, cell, _ in named if item == "total"} == {"annual_total"}
    is_open = of_year and len(totals) == _PAIR and not any(_adds_up(named, total) for total in totals)
    summed = _summed(named, totals | {*chain.from_iterable(of_lines.values())})
    for item, cell, value in named:
        is_again = item == "total" and value in chain.from_iterable(of_lines.values())
        if is_again or (item in summed and any(cell is own for own, _ in summed[item])):
            ledger.field(cell.amount)
            continue
        if item == "total" and (
            _is_less(named, cell, value) or (len(totals) > 1 and not is_open and not _adds_up(named, value))
        ):
            item = None  # of several totals that one counts that its parts add up to; of none the first, not proved
        elif item == "basic" and _is_part_of_basic(named, cell):
            item = None  # 人员经费 beside 公用经费: neither is 基本支出
        elif item not in (*KINDS, "total", None) and cell.kind != "source_fiscal" and _is_part(named, item, cell):
            item = None  # one of several parts of a source, or of nobody knows what
        if item is not None and item in items and items[item][1] == value:
            ledger.field(cell.printed)  # the same amount once more: 收入合计, 支出合计
        elif item is not None and item not in items:
            items[item] = (cell, value)
            ledger.field(cell.amount)
            if cell.notes:
                ledger.leave(cell.notes, _NO_TABLE)
        else:
            is_other = item in KINDS and items[item][0].label != cell.label and _bare(items[item][0]) == _bare(cell)
            if item is not None and (is_other or item == "total"):
                message = f"another amount of it is printed: {items[item][0].amount.text}"
                reading.issues.append(issue(ledger, "amount_contradicted", cell.amount, message))
            ledger.leave(cell.printed, "an amount of a department that no label names")
    _land_items(ledger, reading, items, summed, of_lines, seq)
    land_executions(ledger, reading, form, seq, {*items, *summed})


def _compare_sides(ledger: Ledger, reading: FormReading, totals: Sequence[MoneyCell]) -> None:
    """A doubt where the total of the expenditure 支出合计 is not that of the income 收入合计."""
    income, spending = ([cell for cell in totals if side in cell.label.text] for side in ("收入", "支出"))
    if len(income) == len(spending) == 1 and read_cell(income[0]) != read_cell(spending[0]):
        message = f"another amount of it is printed: {income[0].amount.text}"
        reading.issues.append(issue(ledger, "amount_contradicted", spending[0].amount, message))


def _land_items(
    ledger: Ledger,
    reading: FormReading,
    found: Mapping[str, tuple[MoneyCell, Decimal]],
    summed: Mapping[str, Sequence[tuple[MoneyCell, Decimal]]],
    of_lines: Mapping[str, set[Decimal]],
    seq: int,
) -> None:
    """Land the items of form ``seq``, those of several amounts as their sums; ``of_lines`` are the totals' amounts."""
    parts = {item: " + ".join(cell.amount.text for cell, _ in own) for item, own in summed.items()}
    items = {**found} | {
        item: (own[0][0], sum((value for _, value in own), Decimal(0))) for item, own in summed.items()
    }
    spent = spent_alone({item: value for item, (_, value) in items.items()}, of_lines)
    for item, (cell, value) in items.items():
        reading.department_budget.append(
            DepartmentBudgetRow(
                form_seq=seq,
                item=item,
                item_printed=cell.label.text.strip("：: "),
                amount_wan=None if item in spent else value,
                amount_printed=parts.get(item, cell.amount.text),
                initial_wan=None,
                executed_wan=value if item in spent else None,
                execution_rate=None,
                execution_weight=None,
                execution_score=None,
                is_proved=is_proved({name: amount for name, (_, amount) in items.items()}, item),
                **ledger.place(cell.amount),
            )
        )


def _summed(
    named: Sequence[tuple[str | None, MoneyCell, Decimal]], totals: Collection[Decimal]
) -> dict[str, list[tuple[MoneyCell, Decimal]]]:
    """The amounts of each source that prints several (一般公共预算, 政府性基金), where all sources are the total."""
    sources: dict[str, list[tuple[MoneyCell, Decimal]]] = {}
    for item, cell, value in named:
        if item is not None and item not in (*KINDS, "total"):
            sources.setdefault(item, []).append((cell, value))
    whole = sum((value for own in sources.values() for _, value in own), Decimal(0))
    return {item: own for item, own in sources.items() if len(own) > 1} if whole in totals else {}


def _is_sum(read: Sequence[tuple[MoneyCell, Decimal]], cell: MoneyCell, value: Decimal) -> bool:
    """True for an amount under a label that is unknown, or speaks of 财政 alone, and that is the sum of the others."""
    others = [(item_of(other), amount) for other, amount in read if other is not cell]
    kinds = [amount for item, amount in others if item in KINDS]
    sources = [amount for item, amount in others if item not in KINDS]
    is_unknown = cell.kind is None and item_of(cell) in (None, LEADING_SOURCE)
    several = [parts for parts in (kinds, sources, [*kinds, *sources]) if len(parts) > 1]
    return is_unknown and any(sum(parts, Decimal(0)) == value for parts in several)


def _is_one_kind(read: Sequence[tuple[MoneyCell, Decimal]], total: Decimal) -> bool:
    """True for the amount of 项目支出 or 基本支出 where both are printed: 合计 of tasks is projects'."""
    kinds = {item: value for cell, value in read if (item := item_of(cell)) in KINDS and value}
    return len(kinds) == _PAIR and total in kinds.values()


def _is_part_of_basic(named: Sequence[tuple[str | None, MoneyCell, Decimal]], cell: MoneyCell) -> bool:
    """True for 人员经费 or 公用经费 where another amount is of 基本支出, too."""
    others = {fold(own.label.text) for item, own, _ in named if item == "basic"}
    return len(others) > 1 and speaks(cell.label.text, "item_basic_part")


def _is_part(named: Sequence[tuple[str | None, MoneyCell, Decimal]], item: str | None, cell: MoneyCell) -> bool:
    """True for one of several amounts of a source (一般公共预算, 政府性基金), and for 其中 that adds up to nothing."""
    is_parted = sum(own == item and value != 0 for own, _, value in named) > 1
    totals = {value for own, _, value in named if own == "total"}
    added = sum((value for own, _, value in named if own not in (*KINDS, "total", None)), Decimal(0))
    return is_parted or ("其中" in cell.label.text and bool(totals) and added not in totals)


def _adds_up(named: Sequence[tuple[str | None, MoneyCell, Decimal]], total: Decimal) -> bool:
    """True for a total that 基本支出 and 项目支出, or the sources, add up to; one of them alone where all are known.

    So for one that all amounts add up to of which no word tells what they are.
    """
    unknown = [value for item, _, value in named if item is None]
    if len(unknown) >= _PAIR and sum(unknown, Decimal(0)) == total:
        return True
    kinds = [value for item, _, value in named if item in KINDS]
    sources = [value for item, _, value in named if item not in (*KINDS, "total", None)]
    fewest = _PAIR if any(item is None for item, _, _ in named) else 1
    return any(len(parts) >= fewest and sum(parts, Decimal(0)) == total for parts in (kinds, sources))


def _is_less(named: Sequence[tuple[str | None, MoneyCell, Decimal]], cell: MoneyCell, total: Decimal) -> bool:
    """True for an amount that is less than each other one, or by a word of its label a total and less than one."""
    others = [value for item, own, value in named if item != "total" and own is not cell]
    return bool(others) and total < (max(others) if cell.kind is None else min(others))


def _bare(cell: MoneyCell) -> str:
    """The words of a label: 其中：财政拨款安排的基本支出 is part of 基本支出, and another amount."""
    return fold(cell.label.text).lstrip("其中:").rstrip(":")
