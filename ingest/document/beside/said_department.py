"""The money of a department that only prose says: 2024年支出预算100万元，其中基本支出60万元，项目支出40万元.

Read beside the form of a department that prints no money of the whole and has no table of it, where the parts are
exactly their total and all such sentences of the file say the same.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from ingest.document.beside.joined import outside, read_again
from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.rows.department_form.executions import land_executions
from ingest.forms.reading import Form, FormReading, Part
from ingest.grammar.amounts import read_wan
from ingest.grammar.years import printed_years
from ingest.source.blocks import Line, Source, Span, spans_of
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed

_PARTS = ("基本支出", "项目支出")
_UNIT, _PART = "万元", "a part of an amount of a department"
_ONE_SOURCE, _CLAUSE = ("one_source_of_budget", "fiscal_word"), re.compile("[，,；;。]")
_READ_BESIDE = ("funding", "executions", "department_budget", "department_tasks")
_AMOUNT = r"\d[\d,]{0,14}(?:\.\d{1,6})?(?:万元|亿元|元)"
_SAYS = r"(?:预算)?(?:总额|总计|合计)?(?:安排|为|共计|是)?[:：]?"
_SAID = re.compile(
    rf"(?P<total_label>支出(?:预算)?(?:总额|总计|合计)?){_SAYS}(?P<total>{_AMOUNT})[，,；;（(]?(?:其中)?[:：，,]?"
    rf"(?P<basic_label>基本支出){_SAYS}(?P<basic>{_AMOUNT})[^。\n]{{0,60}}?"
    rf"(?P<project_label>项目支出){_SAYS}(?P<project>{_AMOUNT})"
)
_ITEMS = ("total", "basic", "project")


class _Said(NamedTuple):
    """What a line says, cut out of it, and its amounts in 万元."""

    line: Line
    amounts: tuple[Decimal, ...]


def with_said_department(
    source: Source, part: Part, form: Form, found: FormReading
) -> tuple[Part, Ledger, FormReading] | None:
    """The publication ``part`` of a source with the sentence that says the money of its department, read.

    None where none does, or where the form or a table prints it.
    """
    is_open = len(found.department_goals) == 1 and not found.department_budget
    is_evaluated = any(row.actual is not None or row.score is not None for row in found.department_indicators)
    if not is_open or is_evaluated or not all(word in source.text for word in _PARTS):
        return None
    said = [*_said(outside(source, part), _years(source, found))]
    if len({own.amounts for own in said}) != 1:
        return None
    own = said[0].line
    cut = replace(source, lines=tuple(own if line.number == own.number else line for line in source.lines))
    joined, ledger, again, lines = read_again(cut, part, form, {own.number})
    said_again = _SAID.fullmatch((text := ledger.printed(lines[own.number].cells)).text)
    if said_again is None or any(len(getattr(again, rows)) != len(getattr(found, rows)) for rows in _READ_BESIDE):
        return None  # what else was read beside the form is not read again
    _land(ledger, again, text, said_again)
    return joined, ledger, again


def _said(source: Source, years: Collection[int]) -> Iterator[_Said]:
    """The sentences of the budget of the year whose parts are their total, without what stands around them."""
    for line in source.lines:
        text = "" if line.is_row else source.text[line.span.start : line.span.end]
        for found in _SAID.finditer(text) if all(word in text for word in _PARTS) else ():
            sentence = text[text.rfind("。", 0, found.start()) + 1 : found.start()]
            amounts = tuple([read_wan(found[item], _UNIT) or Decimal(0) for item in _ITEMS])
            total, *parts = amounts
            is_of_year = {*printed_years(sentence)} == {*years} and len(years) == 1
            is_spent = speaks(sentence, "department_spent") or speaks(sentence, "no_target_word")
            is_of_one = any(speaks(_CLAUSE.split(sentence)[-1], kind) for kind in _ONE_SOURCE)
            if is_of_year and total == sum(parts, Decimal(0)) > 0 and not (is_spent or is_of_one):
                span = Span(line.span.start + found.start(), line.span.start + found.end())
                yield _Said(Line(line.number, line.page, span, spans_of([span]), line.begun), amounts)


def _years(source: Source, found: FormReading) -> set[int]:
    """The years of the form; where it prints none those of the file."""
    return {*printed_years(found.heading + found.above)} or {*found.years_said} or {*printed_years(source.text)}


def _land(ledger: Ledger, reading: FormReading, text: Printed, found: re.Match[str]) -> None:
    """Land the amounts of a sentence."""
    form, at = LabelledForm(), 0
    for item in _ITEMS:
        label = text[found.start(f"{item}_label") : found.end(f"{item}_label")]
        line = ExecutionLine("annual_total" if item == "total" else "", label, _UNIT)
        line.cells["budget"] = text[found.start(item) : found.end(item)]
        between = text[at : (start := found.start(f"{item}_label"))].strip()
        (ledger.leave(between, _PART) if any(map(str.isdigit, between.text)) else ledger.label(between))
        ledger.label(text[start : found.start(item)].strip())
        at = found.end(item)
        form.executions.append(line)
    land_executions(ledger, reading, form, 1, set())
