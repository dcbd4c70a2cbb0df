"""The money that the prose of a report prints, taken where a rate of execution beside it proves what is what."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.meaning.execution.proof import is_rate_of
from ingest.grammar.amounts import read_wan
from ingest.source.blocks import Line
from ingest.source.printed import Printed, Texts
from ingest.vocabulary import words

_SPENT = re.compile(
    r"(?P<label>[^\d，,。；;：:（）()]{0,14})(?:为|共|约|计)?[：:]?(?P<amount>(?<![\d,.])\d[\d,]*+(?:\.\d++)?\s?(?:亿元|万元|元))"
)
_RATE = re.compile(r"(?:执行率|支出率|支付率|支付进度|执行进度)(?:为|达到?|是)?[：:]?(?P<rate>\d{1,3}(?:\.\d+)?)[%％]")

_WHOLE = 100


class Spent(NamedTuple):
    """Where a text prints budget, spending and the rate that proves them: spans of its characters."""

    budget: tuple[int, int]
    executed: tuple[int, int]
    rate: tuple[int, int]


def take_money(form: LabelledForm, prose: Printed) -> None:
    """Take budget and spending of a sentence with their rate."""
    found = spent_of(prose.text)
    if found is None:
        return
    budget, executed, rate = (prose[low:high] for low, high in found)
    label = Printed("项目资金", range(0))
    form.executions.append(
        ExecutionLine("annual_total", label, "万元", {"budget": budget, "executed": executed, "execution_rate": rate})
    )


def spent_of(text: str) -> Spent | None:
    """The one budget and the one spending of a text whose rate is printed there; None where several may be."""
    rates = [*_RATE.finditer(text)]
    if not rates:
        return None
    amounts = [(own.span("amount"), own["label"], read_wan(own["amount"], "万元")) for own in _SPENT.finditer(text)]
    budgets = [(span, value) for span, label, value in amounts if value and _speaks(label, "report_budget")]
    executed = [(span, value) for span, label, value in amounts if value and _speaks(label, "report_executed")]
    found: dict[tuple[Decimal, Decimal], Spent] = {}
    for rate in rates:
        for budget_span, budget in budgets:
            for spent_span, spent in executed:
                if budget_span != spent_span and is_rate_of(Decimal(rate["rate"]), spent, budget):
                    found.setdefault((budget, spent), Spent(budget_span, spent_span, rate.span("rate")))
    if not found and (len(rates), len(budgets), len(executed)) == (1, 1, 1):
        (budget_span, budget), (spent_span, spent), rate = budgets[0], executed[0], rates[0]
        if budget_span != spent_span and _is_cut_off(rate["rate"], 100 * spent / budget):
            return Spent(budget_span, spent_span, rate.span("rate"))
    return next(iter(found.values())) if len(found) == 1 else None


def _is_cut_off(printed: str, rate: Decimal) -> bool:
    """True for a rate below 100% that is printed without its decimals, not rounded: 99 for 99.98."""
    return printed.isdigit() and Decimal(printed) == int(rate) and rate < _WHOLE


def lines_of_money(texts: Texts, prose: Sequence[Line]) -> Iterator[int]:
    """The lines of prose that print budget, spending and their rate."""
    text, begins = "", []
    for line in prose:
        begins.append(len(text))
        text += "".join(texts[line.number].values())
    found = spent_of(text)
    if found is None:
        return
    own = [*zip(prose, begins, [*begins[1:], len(text)], strict=True)]
    told = [line for line in own if any(line[1] < high and low < line[2] for low, high in found)]
    alone = spent_of("".join(text[begin:end] for _, begin, end in told))
    if alone is None or [*_texts(text, found)] != [*_texts("".join(text[low:high] for _, low, high in told), alone)]:
        low, high = min(found)[0], max(span[1] for span in found)  # a label stands in a line of its own
        told = [line for line in own if line[1] < high and low < line[2]]
    yield from (line.number for line, _, _ in told)


def _texts(text: str, found: Spent) -> Iterator[str]:
    for low, high in found:
        yield text[low:high]


def _speaks(text: str, kind: str) -> bool:
    return any(word in text for word in words("form_labels", kind))
