"""The total of a department that only prose says: 2025年收支总预算5230.40万元.

Read where no table of the file prints it, and all such sentences of the year say the same; what is of a part (其中), of
a source, of a unit below, or of another year is none.
"""

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import NamedTuple

from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.rows.department_form.executions import land_executions
from ingest.forms.reading import FormReading
from ingest.grammar.amounts import read_wan
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line, Source, Span, spans_of
from ingest.source.ledger import Ledger

_UNIT = "万元"
_AMOUNT = r"\d[\d,]{0,14}(?:\.\d{1,6})?(?:万元|亿元|元)"
_IS = r"(?:总额|总计|合计|均|各|安排|为|是|[:：]){0,3}"
_PLANNED = re.compile(
    rf"(?P<label>收支总预算|收支预算总额|收支总额|收[、，]?支(?:预算)?总计|支出总预算|支出(?:预算)?总计|预算总支出|支出预算)"
    rf"{_IS}(?P<amount>{_AMOUNT})"
)
_SPENT = re.compile(rf"(?P<label>本年支出(?:决算)?合计|支出决算(?:总额|总计|合计)?){_IS}(?P<amount>{_AMOUNT})")
# 按照综合预算的原则，我局2025年部门收入总计100万元，
_WHO = re.compile(
    r"(?:按照?(?:综合预算|部门预算)[^，。]{0,8}，)?(?:20\d\d年度?|本年度?|当年|全年|[我本](?:部门|单位|局|委|办|厅)|部门|单位|的|预算|决算|，)"
    rf"{{0,6}}(?:收入(?:总?预算|决算)?{_IS}{_AMOUNT}[，、,])?"
)
_ORDINAL = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*")
_SENTENCE, _CLAUSE = re.compile("[。！]"), re.compile("[；;]")


class SaidTotal(NamedTuple):
    """A line, cut to the label and the amount in it, and its value in 万元."""

    line: Line
    value: Decimal
    text: str


def said_totals_of(source: Source, name: str, years: Collection[int], is_evaluated: bool) -> list[SaidTotal]:
    """What the lines outside tables say of the total of a department of the one year."""
    return [*_said(source, name, years, _SPENT if is_evaluated else _PLANNED)] if len(years) == 1 else []


def _said(source: Source, name: str, years: Collection[int], pattern: re.Pattern[str]) -> Iterator[SaidTotal]:
    for line in source.lines:
        text = "" if line.is_row else source.text[line.span.start : line.span.end]
        for found in pattern.finditer(text) if "支" in text else ():
            sentence = _SENTENCE.split(text[: found.start()])[-1]
            clause = _ORDINAL.sub("", _CLAUSE.split(sentence)[-1]).replace(name, "")
            is_of_year = {*printed_years(sentence)} == {*years}
            value = read_wan(found["amount"], _UNIT)
            if is_of_year and value and _WHO.fullmatch("".join(clause.split())):
                span = Span(line.span.start + found.start(), line.span.start + found.end())
                yield SaidTotal(Line(line.number, line.page, span, spans_of([span]), line.begun), value, found[0])


def land_said_total(ledger: Ledger, reading: FormReading, line: Line, is_evaluated: bool) -> None:
    """Land the amount of a cut line."""
    text = ledger.printed(line.cells)
    found = (_SPENT if is_evaluated else _PLANNED).fullmatch(text.text)
    if found is None:
        return
    label = text[: found.end("label")]
    own = ExecutionLine("annual_total", label, _UNIT)
    own.cells["executed" if is_evaluated else "budget"] = text[found.start("amount") :]
    ledger.label(text[: found.start("amount")])
    form = LabelledForm()
    form.executions.append(own)
    land_executions(ledger, reading, form, 1, set())
