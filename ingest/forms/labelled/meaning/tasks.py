"""The tasks of a department's form: rows of a list, one column of which names the task, another perhaps its money."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ingest.forms.labelled.geometry.entries import Entry
from ingest.forms.labelled.labels import (
    AMOUNT_KINDS,
    EXECUTION_COLUMNS,
    FormLabel,
    find_label,
    fold_label,
    grid_column,
    label_of,
    speaks,
)
from ingest.grammar.amounts import amount_and_notes, read_wan
from ingest.source.printed import Printed, PrintedCells
from ingest.vocabulary import words

_MONEY = AMOUNT_KINDS | EXECUTION_COLUMNS
_SPENT = frozenset(("executed", "execution_rate"))
_BODIES = frozenset(("form_department", "form_unit"))


def listed(entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    """The rows of a list: values under labels of columns, one of them an amount, or one of them a task by its label."""
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.header is not None and entry.label is None:
            rows.setdefault(entry.row, []).append(entry)
    tables = {row[0].table for row in rows.values() if any(map(_is_named_task, row)) or _is_named_with_money(row)}
    whole = _of_whole(rows)
    return {
        number: row
        for number, row in rows.items()
        if len(row) > 1
        and number not in whole
        and (any(map(_is_money_column, row)) or row[0].table in tables)
        and not all(map(_is_amount, row))
    }


def _of_whole(rows: Mapping[int, Sequence[Entry]]) -> frozenset[int]:
    """The only rows of their tables that name a body under its label: the money and the goal of the form, no task."""
    tables = [row[0].table for row in rows.values()]
    return frozenset([
        number
        for number, row in rows.items()
        if tables.count(row[0].table) == 1
        and any(own.header is not None and own.header.kinds & _BODIES for own in row)
        and any(map(_is_money_column, row))
    ])  # fmt: skip


def of_nameless(entries: Sequence[Entry], tasks: Mapping[int, list[Entry]]) -> list[Entry]:
    """The amounts in columns of a block of tasks of which no text names one: no money of the department as a whole."""
    of_block = [
        entry for entry in entries if entry.header is not None and entry.label is None and entry.row not in tasks
    ]
    return [entry for entry in of_block if is_called_task(entry.block) and _is_amount(entry)]


def sums_of(tasks: Mapping[int, list[Entry]], entries: Sequence[Entry]) -> list[Entry]:
    """What stands behind 合计, or adds up, right below the rows of tasks: their sums, not the department's money."""
    if not tasks:
        return []
    below = [(e, e.label.label.text) for e in entries if e.header is None and e.label is not None]
    named = [entry for entry, label in below if is_grand_total(label) or adds_up(entry, [*tasks.values()])]
    rows = {entry.row for entry in named if _is_sum_of(entry, tasks.get(entry.row - 1, ()))}
    return [entry for entry in named if entry.row in rows]


def _is_sum_of(entry: Entry, above: Sequence[Entry]) -> bool:
    return any(own.block is entry.block for own in above) or _is_below_amounts(entry, above)


def _is_below_amounts(entry: Entry, above: Sequence[Entry]) -> bool:
    """True where the row of tasks above, of no other block, prints an amount in the same column."""
    return any(own.column == entry.column and _is_amount(own) and (None in (own.block, entry.block)) for own in above)


def adds_up(entry: Entry, rows: Sequence[Sequence[Entry]]) -> bool:
    """True for the sum of several amounts in the same column of ``rows``."""
    amounts = [wan_of(own) or Decimal(0) for row in rows for own in row if own.column == entry.column]
    return len(amounts) > 1 and wan_of(entry) == sum(amounts, Decimal(0)) > 0


def wan_of(entry: Entry) -> Decimal | None:
    """The amount of an entry in 万元; None where it is none."""
    noted = amount_and_notes(entry.value.text)
    return read_wan(noted.amount, entry.unit) if noted is not None else None


def is_grand_total(text: str) -> bool:
    """True for 合计, 总计, 金额合计; 小计."""
    folded = fold_label(text)
    return folded.endswith(words("form_labels", "grand_total")) or folded in words("form_labels", "row_subtotal")


def says_grand_total(text: str) -> bool:
    """True for a total with its label in one text: 部门预算合计：3,372.50."""
    label = label_of(Printed(text, range(len(text))))
    return bool(label.value) and is_grand_total(label.label.text) and amount_and_notes(label.value.text) is not None


def names_task(label: FormLabel | None) -> bool:
    """True for the label of a column of names: 任务名称, 支出项目名称, 工作事项; 任务内容 is none."""
    if label is None or "project_name" in label.kinds:
        return label is not None
    if is_called_name(label):
        return True
    text = label.label.text
    return speaks(text, "task_word") and not (speaks(text, "task_content_word") or speaks(text, "goal_word"))


def is_called_name(label: FormLabel | None) -> bool:
    """True for a label that ends as that of a name does: 任务名称, 目标名称; 项目级次 beside it is none."""
    return label is not None and fold_label(label.label.text).endswith(words("form_labels", "task_name_word"))


def is_called_task(label: FormLabel | None) -> bool:
    """True for a label that speaks of tasks, not only of projects: 工作任务 beside 对应项目."""
    return label is not None and speaks(label.label.text, "task_only_word")


def heads_money(cells: PrintedCells) -> bool:
    """True for a row with a label of money: the header of a list of tasks beside their names, 预算金额（万元）."""
    labels = (find_label(cell.text) for cell in cells.values())
    return any(not label.kinds.isdisjoint(_MONEY) for label in labels if label is not None)


def heads_names(text: str) -> bool:
    """True for the label of a column of tasks' names: 任务名称."""
    label = label_of(Printed(text, range(len(text))))
    return is_called_name(label) and is_called_task(label)


def _is_named_task(entry: Entry) -> bool:
    return names_task(entry.header) and is_called_task(entry.header)


def _is_named_with_money(row: Sequence[Entry]) -> bool:
    """True for a name beside an amount whose label speaks of money: 支出项目名称, 资金需求."""
    return any(names_task(entry.header) for entry in row) and any(
        entry.header is not None and _is_amount(entry) and speaks(entry.header.label.text, "money_word")
        for entry in row
    )


def _is_money_column(entry: Entry) -> bool:
    return entry.header is not None and bool(entry.header.kinds & AMOUNT_KINDS) and _is_amount(entry)


def _is_amount(entry: Entry) -> bool:
    return amount_and_notes(entry.value.text) is not None


def is_number(entry: Entry) -> bool:
    """True for what numbers a task, below 序号."""
    return entry.header is not None and fold_label(entry.header.label.text) in words("form_labels", "row_number")


def is_no_money(entry: Entry) -> bool:
    """True for the number of a task, and for its score or weight."""
    return entry.header is not None and (
        is_number(entry) or grid_column(entry.header.label.text) in ("score", "weight")
    )


def is_of_cycle(entry: Entry) -> bool:
    """True for the money of all years of a task: 项目总预算 beside 本年度预算."""
    return entry.header is not None and "midterm_total" in entry.header.kinds


def is_spent(entry: Entry) -> bool:
    """True for what was spent on a task, by the label of its column or by the one that spans several."""
    return any(label is not None and label.kinds & _SPENT for label in (entry.header, entry.above))


def is_rate(entry: Entry) -> bool:
    """True for a rate of execution."""
    return entry.header is not None and "execution_rate" in entry.header.kinds
