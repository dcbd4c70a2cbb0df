"""A self-evaluation 自评 to landed rows: execution of the budget, achieved goal, indicators with their scores."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.forms.indicators import performance_row
from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.meaning.execution.proof import is_rate_of
from ingest.forms.labelled.meaning.money import source_by_words
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_amount, read_wan
from ingest.grammar.funding_sources import LEADING_SOURCE, source_of_kind
from ingest.grammar.quantities import read_score
from ingest.rows import AttributeRow, EvaluationRow, ExecutionRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, bounds

_TOTALS = ("annual_total", "midterm_total")
_BUDGETS = (*_TOTALS, "source_fiscal")
_LONGEST_GRADE = 4
_NEAR = 2
_FULL = (Decimal(100), Decimal(90))
_AMOUNTS = ("budget", "adjusted", "executed")


def is_evaluation(form: LabelledForm) -> bool:
    """True for a form that says what was achieved: actual values, execution, or its title."""
    return form.is_evaluated or speaks(form.title.text, "evaluation_title")


def complete_budget(form: LabelledForm) -> None:
    """Take the only total of the year for the budget of a line that prints what was executed and no budget.

    Where a rate is printed, it must be that of both.
    """
    if len(form.executions) != 1:
        return
    line = form.executions[0]
    money = [cell for cell in form.money if cell.kind in _BUDGETS and read_wan(cell.printed.text, cell.unit)]
    if len(money) != 1 or "executed" not in line.cells or not {"budget", "adjusted"}.isdisjoint(line.cells):
        return
    rate = read_score(line.cells.get("execution_rate", NOTHING).text)
    executed, budget = (read_wan(text, line.unit) for text in (line.cells["executed"].text, money[0].printed.text))
    is_one_unit = money[0].unit == line.unit and executed is not None and bool(budget)
    if is_one_unit and (rate is None or is_rate_of(rate, executed or Decimal(0), budget or Decimal(1))):
        line.cells["budget"] = money[0].printed
        form.money.remove(money[0])


def land_evaluation(ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int) -> None:
    """Land what a form says of execution and achievement."""
    achieved, grade = ledger.field(form.text("achieved_goal")), ledger.field(form.text("grade"))
    weight, score = _total(form)
    for _, cell in form.totals:
        if read_score(cell.text) is not None:
            ledger.field(cell)
        elif not grade and len(cell.text) <= _LONGEST_GRADE:
            grade = ledger.field(cell)
        else:
            ledger.leave(cell, "no score")
    achieved_start, achieved_end = bounds(achieved)
    score_start, score_end = bounds(score)
    reading.evaluations.append(
        EvaluationRow(
            project_seq=project_seq,
            achieved_goal=achieved.text or None,
            total_weight=read_score(weight.text),
            total_score=read_score(score.text),
            total_score_printed=score.text or None,
            grade=grade.text or None,
            **ledger.place(score or achieved or form.text("project_name") or form.title),
            achieved_goal_start=achieved_start,
            achieved_goal_end=achieved_end,
            total_score_start=score_start,
            total_score_end=score_end,
        )
    )
    _executions(ledger, reading, form.executions, project_seq)
    for indicator_seq, printed in enumerate(form.indicators, start=1):
        reading.performance.append(performance_row(ledger, project_seq, indicator_seq, printed))


def _total(form: LabelledForm) -> tuple[Printed, Printed]:
    """Full score and score of the line 总分; a single number below the grid is the nearest column's."""
    cells = [(at, cell) for at, cell in form.totals if read_score(cell.text) is not None]
    if len(cells) > 1:
        return cells[0][1], cells[-1][1]
    if not cells:
        return NOTHING, NOTHING
    (at, cell), grid = cells[0], form.grid
    weight, score = (grid.at("weight"), grid.at("score")) if grid else (None, None)
    if at < 0 or weight is None or score is None or abs(at - weight) >= abs(at - score):
        return NOTHING, cell
    is_weight = abs(at - weight) < _NEAR or read_score(cell.text) in _FULL  # 总分 98.68 may stand below names
    return (cell, NOTHING) if is_weight else (NOTHING, cell)


def _executions(ledger: Ledger, reading: FormReading, lines: Sequence[ExecutionLine], project_seq: int) -> None:
    """One row a measure; lines of a measure that has one already (parts of it) are kept as attributes."""
    seen: set[str] = set()
    for line in lines:
        measure = _measure(line, lines)
        if measure is None or measure in seen or not _has_amount(line):
            _keep(ledger, reading, line, project_seq)
        else:
            seen.add(measure)
            reading.executions.append(_execution(ledger, line, measure, project_seq))


def _measure(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> str | None:
    """The measure of a line: by its label; an unknown first line that the others add up to is the total."""
    if line.kind in _TOTALS:
        return "total"
    if line.kind:
        return source_of_kind(line.kind) or (LEADING_SOURCE if _is_all_of_fiscal(line, lines) else None)
    if line is lines[0]:
        has_total = any(other.kind in _TOTALS for other in lines)
        return "total" if not has_total and _is_sum(line, lines[1:]) else None
    source = source_by_words(line.label.text)
    return None if source == LEADING_SOURCE and not _is_all_of_fiscal(line, lines) else source


def _is_all_of_fiscal(line: ExecutionLine, lines: Sequence[ExecutionLine]) -> bool:
    """True for a part of 财政拨款 (中央资金) that is the whole of it: no other line is of it."""
    first = lines[0]
    is_total = not first.kind and _is_sum(first, lines[1:])
    others = [other for other in lines[is_total:] if other is not line and other.kind not in _TOTALS]
    return not any(_is_of_fiscal(other) for other in others)


def _is_of_fiscal(line: ExecutionLine) -> bool:
    if line.kind:
        return source_of_kind(line.kind) in (None, LEADING_SOURCE)
    return source_by_words(line.label.text) in (None, LEADING_SOURCE)


def _is_sum(line: ExecutionLine, others: Sequence[ExecutionLine]) -> bool:
    """True for a line alone, and for one whose amounts are the sums of the others'."""
    own = _amounts(line)
    sums = {column: sum((_amounts(other)[column] for other in others), Decimal(0)) for column in _AMOUNTS}
    return not others or (any(own.values()) and own == sums)


def _amounts(line: ExecutionLine) -> dict[str, Decimal]:
    cells = {column: line.cells.get(column, NOTHING).text for column in _AMOUNTS}
    return {column: read_wan(text, line.unit) or Decimal(0) for column, text in cells.items()}


def _has_amount(line: ExecutionLine) -> bool:
    return any(column in line.cells and read_wan(line.cells[column].text, line.unit) is not None for column in _AMOUNTS)


def _execution(ledger: Ledger, line: ExecutionLine, measure: str, project_seq: int) -> ExecutionRow:
    texts, amounts = {}, {}
    for column in _AMOUNTS:
        texts[column], amounts[column] = _amount(ledger, line, column)
    numbers = {column: _number(ledger, line, column) for column in ("rate", "weight", "score")}
    reason = line.cells.get("execution_reason", NOTHING)
    where = next(line.cells[column] for column in _AMOUNTS if amounts[column] is not None)
    rate = line.cells.get("execution_rate", NOTHING)
    return ExecutionRow(
        project_seq=project_seq,
        measure=measure,
        budget_wan=amounts["budget"],
        budget_printed=texts["budget"],
        adjusted_wan=amounts["adjusted"],
        adjusted_printed=texts["adjusted"],
        executed_wan=amounts["executed"],
        executed_printed=texts["executed"],
        execution_rate=numbers["rate"],
        execution_rate_printed=rate.text if numbers["rate"] is not None else None,
        weight=numbers["weight"],
        score=numbers["score"],
        reason=ledger.field(reason).text or None,
        **ledger.place(where),
    )


def _amount(ledger: Ledger, line: ExecutionLine, column: str) -> tuple[str | None, Decimal | None]:
    printed = line.cells.get(column, NOTHING)
    value = read_wan(printed.text, line.unit)
    if value is not None:
        return ledger.field(printed).text, value
    if read_amount(printed.text) is None:
        ledger.label(printed)
    else:
        ledger.leave(printed, "amount cannot be read")
    return None, None


def _number(ledger: Ledger, line: ExecutionLine, column: str) -> Decimal | None:
    printed = line.cells.get(f"execution_{column}", NOTHING)
    value = read_score(printed.text)
    if value is not None:
        ledger.field(printed)
    elif read_amount(printed.text) is None:
        ledger.label(printed)
    else:
        ledger.leave(printed, "no number")
    return value


def _keep(ledger: Ledger, reading: FormReading, line: ExecutionLine, project_seq: int) -> None:
    for column, printed in line.cells.items():
        if read_amount(printed.text) is None and column != "execution_reason":
            ledger.label(printed)
            continue
        ledger.field(printed)
        label = f"{line.label.text.strip('：: ')} {column}"
        reading.attributes.append(AttributeRow(project_seq, label, printed.text, **ledger.place(printed)))
