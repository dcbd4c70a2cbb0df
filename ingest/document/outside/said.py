"""What a report says around its forms, where it is not what they print: rates, money spent, scores, actual values."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.document.outside.clauses import doubt, names, number_in, rate_clause, spending_clause
from ingest.document.outside.denied import denied_clause
from ingest.document.outside.graded import other_grade
from ingest.document.outside.money_said import contradicted_clause, contradicted_plan
from ingest.document.outside.naming import calls_of, naming, naming_none
from ingest.document.outside.promised import broken_promises
from ingest.document.outside.sentences import paragraphs_of
from ingest.forms.reading import FormReading
from ingest.rows import DepartmentBudgetRow, DepartmentIndicatorRow, ExecutionRow, IssueRow, PerformanceRow
from ingest.source.blocks import Source

_ALIKE = 1
"""Points by which a rate in words may be rounded."""
_ROUNDED = Decimal("0.01")
"""Share by which a number in words may be rounded."""
_OF_ALL, _FIRST = "整体", "年初"
_OPINION = "满意度"
_NOT_MEASURED = re.compile(
    "目标|指标值|[≥>]|以上|不低于|大于|超过|上年|去年|提[高升]|增长|分值|权重|计划|预期|力争|确保"
)
_WAN = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10000)}

Money = ExecutionRow | DepartmentBudgetRow
Actual = PerformanceRow | DepartmentIndicatorRow


def contradictions(whole: Source, publication: Source, found: FormReading) -> tuple[IssueRow, ...]:
    """Doubts where a report says another rate, score, money spent or actual value than the forms in it."""
    paragraphs = list(paragraphs_of(whole, publication))
    if not paragraphs:
        return ()
    executions = [row for row in found.executions if row.measure == "total" and row.executed_wan is not None]
    forms = {row.form_seq for row in found.department_indicators}
    doubts: list[IssueRow] = []
    if len(executions) == 1 and not forms and not found.department_budget:
        doubts += _contradictions(publication, found, executions[0], paragraphs)
    else:
        calls = calls_of(found) if executions else {}
        for row in executions:
            if own := naming(calls, row.project_seq, paragraphs):
                doubts += _contradictions(publication, _of_project(found, row), row, own)
    if len(forms) == 1:
        doubts += _of_department(publication, found, paragraphs)
    doubts += broken_promises(publication, found, paragraphs)
    return tuple(doubts)


def _of_department(publication: Source, found: FormReading, paragraphs: Sequence[str]) -> Iterator[IssueRow]:
    """The doubts of the one form of a department; beside forms of projects its money is that of the whole 整体支出."""
    totals = [row for row in found.department_budget if row.item == "total" and row.executed_wan is not None]
    own = naming_none(found, paragraphs)
    if len(totals) == 1:
        of_all = own if not found.executions else [text for text in own if _OF_ALL in text]
        yield from _of_money(publication, replace(found, evaluations=[]), totals[0], of_all)
        yield from _of_measures(publication, found, totals[0], paragraphs)
    planned = [row for row in found.department_budget if row.item == "total" and row.executed_wan is None]
    is_doubted = any(own.code == "amount_contradicted" and own.project_seq is None for own in found.issues)
    if len(planned) == 1 and planned[0].amount_wan is not None and not found.executions and not is_doubted:
        clause = contradicted_plan(planned[0].amount_wan, _printed(found), paragraphs)
        yield from _doubt(publication, planned[0], "amount_contradicted", clause)
    yield from _of_actuals(publication, found.department_indicators, own)


def _of_project(found: FormReading, row: ExecutionRow) -> FormReading:
    """What is read of one project of several, beside the money of all."""
    return replace(
        found,
        evaluations=[one for one in found.evaluations if one.project_seq == row.project_seq],
        performance=[one for one in found.performance if one.project_seq == row.project_seq],
        department_goals=[],
    )


def _contradictions(
    publication: Source, found: FormReading, row: ExecutionRow, paragraphs: Sequence[str]
) -> Iterator[IssueRow]:
    """The doubts of the form of one project."""
    yield from _of_money(publication, found, row, paragraphs)
    yield from _of_measures(publication, found, row, paragraphs)
    yield from _of_actuals(publication, found.performance, paragraphs)


def _of_money(publication: Source, found: FormReading, row: Money, paragraphs: Sequence[str]) -> Iterator[IssueRow]:
    yield from _doubt(publication, row, "rate_contradicted", _rate(row, paragraphs))
    yield from _doubt(publication, row, "spending_contradicted", _spending(row, found, paragraphs))
    yield from _doubt(publication, row, "score_contradicted", _score(found, paragraphs))
    yield from _doubt(publication, row, "grade_contradicted", _grade(found, paragraphs))


def _of_measures(publication: Source, found: FormReading, row: Money, paragraphs: Sequence[str]) -> Iterator[IssueRow]:
    clause = contradicted_clause(_measured(row), _printed(found), paragraphs)
    if clause is not None and clause != _spending(row, found, paragraphs):
        yield from _doubt(publication, row, "budget_contradicted", clause)


def _of_actuals(publication: Source, rows: Sequence[Actual], paragraphs: Sequence[str]) -> Iterator[IssueRow]:
    for row in rows:
        yield from _doubt(publication, row, "actual_contradicted", _actual(row, rows, paragraphs))
        denied = denied_clause(row.indicator_name or "", row.actual or "", paragraphs)
        yield from _doubt(publication, row, "actual_denied", denied)


def _doubt(publication: Source, row: Money | Actual, code: str, clause: str | None) -> tuple[IssueRow, ...]:
    return (doubt(publication, row, code, clause),) if clause is not None else ()


def _rate(row: Money, paragraphs: Sequence[str]) -> str | None:
    """The clause with an execution rate of the whole money that is none of the form's."""
    said, of_part = rate_clause()
    clauses = (clause for text in paragraphs for clause in said.finditer(text) if not of_part.search(clause[0]))
    rates = {Decimal(clause[1]): clause[0] for clause in clauses if _FIRST not in clause[0]}
    own = _rates_of(row)
    if len(rates) != 1 or not own or any(abs(rate - printed) <= _ALIKE for rate in rates for printed in own):
        return None
    return next(iter(rates.values()))


def _rates_of(row: Money) -> list[Decimal]:
    """The execution rate as printed, and what amounts of the form give; those of the first budget beside no other."""
    adjusted = row.adjusted_wan if isinstance(row, ExecutionRow) else row.amount_wan
    first = row.budget_wan if isinstance(row, ExecutionRow) else row.initial_wan
    executed, printed = row.executed_wan or Decimal(0), row.execution_rate
    computed = [100 * executed / budget for budget in (adjusted, first) if budget]
    if adjusted and printed is not None and abs(computed[0] - printed) <= _ALIKE:
        return [printed]
    return [*computed, *([printed] if printed is not None else [])] if computed else []


def _spending(row: Money, found: FormReading, paragraphs: Sequence[str]) -> str | None:
    """The clause with an amount spent near what the form prints as executed, where the form has no such amount."""
    said, of_part = spending_clause()
    clauses = (clause for text in paragraphs for clause in said.finditer(text) if not of_part.search(clause[0]))
    amounts = {Decimal(clause[1].replace(",", "")) * _WAN[clause[2]]: clause[0] for clause in clauses}
    executed = row.executed_wan
    if len(amounts) != 1 or not executed:
        return None
    (amount,) = amounts
    is_printed = any(abs(amount - one) <= one * _ROUNDED / 10 for one in _printed(found))
    return None if is_printed or not executed / 2 < amount < executed * 2 else amounts[amount]


def _measured(row: Money) -> dict[str, Decimal]:
    """The amounts of a form by measure; of one budget alone nobody can say whether it was adjusted."""
    first = row.budget_wan if isinstance(row, ExecutionRow) else row.initial_wan
    adjusted = row.adjusted_wan if isinstance(row, ExecutionRow) else row.amount_wan
    amounts = {"budget": first or adjusted, "adjusted": adjusted or first, "executed": row.executed_wan}
    return {measure: amount for measure, amount in amounts.items() if amount}


def _printed(found: FormReading) -> list[Decimal]:
    """All amounts of the forms, and what their projects have spent together."""
    rows = [(of.budget_wan, of.adjusted_wan, of.executed_wan) for of in found.executions]
    rows += [(of.amount_wan, of.initial_wan, of.executed_wan) for of in found.department_budget]
    spent = [of.executed_wan or Decimal(0) for of in found.executions if of.measure == "total"]
    return [*(one for row in rows for one in row if one), sum(spent, Decimal(0))]


def _score(found: FormReading, paragraphs: Sequence[str]) -> str | None:
    """The clause with a score of the whole that is not the total of the form."""
    totals = _totals(found)
    said = re.compile(
        r"[^。；;，,]*(?:(?:自评[^。；;，,0-9]{0,8}(?<!满)|整体支出[^。；;，,0-9]{0,6}得)分[^。；;，,0-9]{0,2}"
        r"|自评[，,]?[该本此]?(?:项目|部门)(?:整体)?(?:支出)?(?:绩效)?(?:综合|最终|总共|共)?得)([0-9]{1,3}(?:[.][0-9]{1,2})?)分"
    )
    scores = {Decimal(clause[1]): clause[0] for text in paragraphs for clause in said.finditer(text)}
    if len(scores) != 1 or len(totals) != 1 or abs(next(iter(scores)) - totals[0]) <= Decimal("0.5"):
        return None
    return next(iter(scores.values()))


def _grade(found: FormReading, paragraphs: Sequence[str]) -> str | None:
    """The clause with a grade that the total of the form does not give."""
    totals = _totals(found)
    return other_grade(totals[0], paragraphs) if len(totals) == 1 else None


def _totals(found: FormReading) -> list[Decimal]:
    """The total scores that are printed."""
    scored = [one.total_score for one in found.evaluations] + [one.total_score for one in found.department_goals]
    return [score for score in scored if score is not None]


def _actual(row: Actual, rows: Sequence[Actual], paragraphs: Sequence[str]) -> str | None:
    """The one clause that names what an indicator counts with another number in the unit of its actual value."""
    if row.actual_value is None or not row.actual_unit or not row.indicator_name:
        return None
    clauses = [clause for text in paragraphs for clause in re.split("[。；;，,、：:]", text)]
    said = {clause: number for clause in clauses if (number := number_in(clause, row.actual_unit)) is not None}
    named = {clause: number for clause, number in said.items() if names(clause, row.indicator_name)}
    others = [one for one in rows if one is not row and one.actual_unit == row.actual_unit]
    if not named and row.actual_unit == "%":
        named = _opinion(row, others, said)
    target = row.target_value if isinstance(row, PerformanceRow) else row.annual_value
    # 现有小型水库46座: all there are, as the target counts them
    named = {clause: number for clause, number in named.items() if number != target} or named
    if len(set(named.values())) != 1 or any(names(clause, one.indicator_name) for clause in named for one in others):
        return None
    ((clause, number), *_) = named.items()
    is_target = target is not None and target <= row.actual_value and number == target
    if is_target or row.actual_value in said.values() or abs(number - row.actual_value) <= row.actual_value * _ROUNDED:
        return None
    return clause if row.actual_value / 10 < number < row.actual_value * 10 else None


def _opinion(row: Actual, others: Sequence[Actual], said: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """The clauses with 满意度 and a rate, of the only indicator of it, whoever is asked: 问卷调查满意度92%."""
    if _OPINION not in (row.indicator_name or "") or any(_OPINION in (one.indicator_name or "") for one in others):
        return {}
    return {clause: value for clause, value in said.items() if _OPINION in clause and not _NOT_MEASURED.search(clause)}
