"""A self-evaluation 自评 to landed rows: execution of the budget, achieved goal, indicators with their scores."""

from decimal import Decimal

from ingest.forms.indicators import performance_row
from ingest.forms.labelled.form import LabelledForm
from ingest.forms.labelled.labels import read_label, speaks
from ingest.forms.labelled.meaning.execution.proof import is_rate_of
from ingest.forms.labelled.rows.executions import land_executions
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_wan
from ingest.grammar.quantities import read_score
from ingest.rows import EvaluationRow
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, bounds

_TOTALS = ("annual_total", "midterm_total")
BUDGETS = (*_TOTALS, "source_fiscal")
"""The kinds of money that may be the budget of what was executed."""

LONGEST_GRADE = 4
"""Characters of a grade at most: 优秀, 合格."""
_NEAR = 2
_FULL = (Decimal(100), Decimal(90))


def is_evaluation(form: LabelledForm) -> bool:
    """True for a form that says what was achieved: actual values, execution, or its title."""
    is_titled = any(speaks(form.title.text, kind) for kind in ("evaluation_title", "report_title"))
    return form.is_evaluated or (is_titled and not form.is_monitored)


def complete_budget(form: LabelledForm) -> None:
    """Take the only total of the year for the budget of a line that prints what was executed and no budget.

    Where a rate is printed, it must be that of both.
    """
    if len(form.executions) != 1:
        return
    line = form.executions[0]
    money = [cell for cell in form.money if cell.kind in BUDGETS and read_wan(cell.printed.text, cell.unit)]
    if len(money) != 1 or "executed" not in line.cells or not {"budget", "adjusted"}.isdisjoint(line.cells):
        return
    rate = read_score(line.cells.get("execution_rate", NOTHING).text)
    executed, budget = line.wan("executed"), read_wan(money[0].printed.text, money[0].unit)
    if executed is not None and budget and (rate is None or is_rate_of(rate, executed, budget)):
        line.cells["budget"], line.units["budget"] = money[0].printed, money[0].unit
        form.money.remove(money[0])


def land_evaluation(ledger: Ledger, reading: FormReading, form: LabelledForm, project_seq: int) -> None:
    """Land what a form says of execution and achievement."""
    achieved = ledger.field(form.text("achieved_goal"))
    weight, score = total_of(form)
    grade = land_totals(ledger, form)
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
    land_executions(ledger, reading, form.executions, project_seq)
    for indicator_seq, printed in enumerate(form.indicators, start=1):
        reading.performance.append(performance_row(ledger, project_seq, indicator_seq, printed))


def land_totals(ledger: Ledger, form: LabelledForm) -> Printed:
    """Book the line 总分; gives the grade: that of its own line, else one beside the scores: 优, （自评等级：优）."""
    grade = ledger.field(form.text("grade"))
    for _, cell in form.totals:
        label = read_label(cell.strip("（()）"))
        if read_score(_number(cell).text) is not None:
            ledger.field(cell)
        elif not grade and len(cell.text) <= LONGEST_GRADE:
            grade = ledger.field(cell)
        elif not grade and label is not None and label.value and "grade" in label.kinds:
            grade = ledger.field(label.value)
            start = cell.text.rindex(grade.text)
            ledger.labels(cell, ((0, start), (start + len(grade.text), len(cell.text))))
        else:
            ledger.leave(cell, "no score")
    return grade


def total_of(form: LabelledForm) -> tuple[Printed, Printed]:
    """Full score and score of the line 总分 below the grid, else above it; a single number is the nearest column's.

    A score printed above (自评得分) counts where none is printed below.
    """
    cells = [(at, number) for at, cell in form.totals if read_score((number := _number(cell)).text) is not None]
    above, behind = [cell for at, cell in cells if at < 0], [(at, cell) for at, cell in cells if at >= 0]
    if len(behind) != 1:
        found = [cell for _, cell in behind] or above
        return (found[0] if len(found) > 1 else NOTHING), (found[-1] if found else NOTHING)
    weight, score = _single(form, *behind[0])
    return weight, score or (above[-1] if above else NOTHING)


def _single(form: LabelledForm, at: int, cell: Printed) -> tuple[Printed, Printed]:
    """The only number of a line 总分 as full score or as score; as neither where nothing tells 100 from the score."""
    grid = form.grid
    weight, score = (grid.at("weight"), grid.at("score")) if grid else (None, None)
    if weight is None and score is not None and at < score and _may_be_full(form, cell):
        return NOTHING, NOTHING
    if weight is None or score is None or abs(at - weight) >= abs(at - score):
        return NOTHING, cell
    number, weights = read_score(_number(cell).text), [own.weight.text for own in form.indicators if own.weight]
    is_sum = number == sum((read_score(text) or Decimal(0) for text in weights), Decimal(0))
    is_weight = number in _FULL or is_sum or (abs(at - weight) < _NEAR and not weights)  # 98.68 may stand below weights
    return (cell, NOTHING) if is_weight else (NOTHING, cell)


def _may_be_full(form: LabelledForm, cell: Printed) -> bool:
    """True for 100 or 90 that is not the sum of the scores, with or without those of execution."""
    added = sum((read_score(own.score.text) or Decimal(0) for own in form.indicators if own.score), Decimal(0))
    number = read_score(_number(cell).text)
    return number in _FULL and number not in (added, added + _FULL[0] - _FULL[1])


def _number(cell: Printed) -> Printed:
    """What a line of the total prints, without its brackets: （97分）."""
    return cell.strip("（()）")
