"""The lines of execution of a whole department: budget of the year, what was spent, rate and score."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ingest.forms.labelled.form import ExecutionLine, LabelledForm, MoneyCell
from ingest.forms.labelled.meaning.execution.proof import AMOUNTS
from ingest.forms.labelled.rows.department_form.items import KINDS, is_proved, item_of
from ingest.forms.labelled.rows.execution_lines import amounts_of, beside_each_other
from ingest.forms.labelled.rows.executions import read_number, said_weight
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_amount
from ingest.rows.department import DepartmentBudgetRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING

_NUMBERS = ("execution_rate", "execution_weight", "execution_score")


def land_executions(ledger: Ledger, reading: FormReading, form: LabelledForm, seq: int, seen: set[str]) -> None:
    """The lines of execution of a self-evaluation: budget of the year and what was spent."""
    first = len(reading.department_budget)
    sources, summed = beside_each_other(form.executions), _of_one_source(form.executions)
    added = [line for _, *others in summed.values() for line in others]
    for line in form.executions:
        item = item_of_line(line) or ("total" if _is_sum(line, form.executions) else None)
        amounts = {
            column: (printed, value)
            for column, printed in line.cells.items()
            if column in AMOUNTS and (value := line.wan(column)) is not None
        }
        parts = summed.get(item or "", [line])
        if len(parts) > 1:
            amounts = {column: (printed, _sum_of(parts, column)) for column, (printed, _) in amounts.items()}
        planned = amounts.get("adjusted") or amounts.get("budget")
        first_printed = planned or amounts.get("executed")
        if any(line is own for own in added):
            for printed, _ in amounts.values():
                ledger.field(printed)
            _leave(ledger, line, {*amounts})
            continue
        is_left = len(parts) == 1 and item in sources and line is not sources[item][0]
        if first_printed is None or item is None or item in seen or is_left:
            _leave(ledger, line, set())
            continue
        seen.add(item)
        score = read_number(ledger, line, "score")
        executed, initial = amounts.get("executed"), amounts.get("budget")
        for printed, _ in amounts.values():
            ledger.field(printed)
        _leave(ledger, line, {*amounts, *_NUMBERS})
        reading.department_budget.append(
            DepartmentBudgetRow(
                form_seq=seq,
                item=item,
                item_printed=line.label.text.strip("：: "),
                amount_wan=planned[1] if planned else None,
                amount_printed=" + ".join(_planned(parts)) if len(parts) > 1 else first_printed[0].text,
                initial_wan=initial[1] if initial and "adjusted" in amounts else None,
                executed_wan=executed[1] if executed else None,
                execution_rate=read_number(ledger, line, "rate"),
                execution_weight=read_number(ledger, line, "weight") or said_weight(line, score),
                execution_score=score,
                is_proved=False,
                **ledger.place(first_printed[0]),
            )
        )
    own = reading.department_budget[first:]
    for row in own:
        row.is_proved = is_proved({other.item: _amount_of(other) for other in own}, row.item)


def _amount_of(row: DepartmentBudgetRow) -> Decimal:
    """The amount of a row; what was spent where the year's budget is not printed."""
    return row.amount_wan if row.amount_wan is not None else row.executed_wan or Decimal(0)


def _of_one_source(lines: Sequence[ExecutionLine]) -> dict[str, list[ExecutionLine]]:
    """The lines of each source that prints several (一般公共预算, 政府性基金), where all sources are the total."""
    sources: dict[str, list[ExecutionLine]] = {}
    totals = [line for line in lines if item_of_line(line) == "total"]
    for line in lines:
        if (item := item_of_line(line)) not in (*KINDS, "total", None):
            sources.setdefault(item or "", []).append(line)
    own = [line for lines_of in sources.values() for line in lines_of]
    columns = [column for column in AMOUNTS if totals and column in totals[0].cells]
    is_whole = bool(columns) and all(_sum_of(own, column) == totals[0].wan(column) for column in columns)
    return {item: found for item, found in sources.items() if len(found) > 1} if is_whole else {}


def _sum_of(lines: Sequence[ExecutionLine], column: str) -> Decimal:
    return sum((line.wan(column) or Decimal(0) for line in lines), Decimal(0))


def _planned(lines: Sequence[ExecutionLine]) -> list[str]:
    """The printed amounts of the year's budget of lines."""
    cells = [line.cells.get("adjusted") or line.cells.get("budget", NOTHING) for line in lines]
    return [cell.text for cell in cells if cell]


def _is_sum(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> bool:
    """True for a line of which every amount is that of 基本支出 and 项目支出, or of sources, together: 部门整体支出."""
    own = amounts_of(line)
    items = [(item_of_line(other), amounts_of(other)) for other in lines if other is not line]
    kinds = [amounts for item, amounts in items if item in KINDS]
    sources = [amounts for item, amounts in items if item not in (*KINDS, "total", None)]
    columns = [column for column in AMOUNTS if column in line.cells]
    return bool(columns) and any(
        len(parts) >= len(KINDS) and all(own[column] == sum(other[column] for other in parts) for column in columns)
        for parts in (kinds, sources)
    )


def item_of_line(line: ExecutionLine) -> str | None:
    """What a line is of: project, basic, a source, or the total of a department; None where no word tells."""
    return item_of(MoneyCell(line.kind or None, ("row", 0), line.label, line.label, line.unit))


def amounts_of_totals(lines: Sequence[ExecutionLine]) -> dict[str, set[Decimal]]:
    """The amounts of the lines of a department's total, 万元, by column."""
    found: dict[str, set[Decimal]] = {}
    for line in lines:
        for column in AMOUNTS if item_of_line(line) == "total" else ():
            if (value := line.wan(column)) is not None:
                found.setdefault(column, set()).add(value)
    return found


def spent_alone(items: Mapping[str, Decimal], totals: Mapping[str, set[Decimal]]) -> set[str]:
    """The items, 基本支出 and 项目支出 or the sources, that add up to what was spent and to no budget of ``totals``."""
    planned = totals.get("budget", set()) | totals.get("adjusted", set())
    spent = totals.get("executed", set()) - planned
    groups = [[own for own in items if own in KINDS], [own for own in items if own not in (*KINDS, "total")]]
    return {own for group in groups if sum(items[own] for own in group) in spent for own in group}


def _leave(ledger: Ledger, line: ExecutionLine, landed: set[str]) -> None:
    """Book what of a line becomes no field: words as labels; numbers are left."""
    for column, printed in line.cells.items():
        if column in landed:
            continue
        if read_amount(printed.text) is None:
            ledger.label(printed)
        else:
            ledger.leave(printed, "an amount of a department that no label names")
