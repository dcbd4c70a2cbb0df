"""The money of a project that only prose above its indicators says: 预算安排120万元，其中：财政拨款100万元."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ingest.forms.labelled.form import LabelledForm, MoneyCell
from ingest.forms.labelled.labels import speaks
from ingest.forms.labelled.meaning.in_text.sentence import amounts_said, kind_said
from ingest.forms.labelled.rows.funding import land_funding
from ingest.forms.reading import FormReading
from ingest.forms.tables_beside.money import without_money
from ingest.grammar.codes import split_code
from ingest.grammar.years import printed_years, year_range
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.printed import Printed, Texts, fold

_UNIT = "万元"
_LONGEST_LABEL = 30
_SENTENCE = re.compile("[^。；;]+")
_AMOUNT = re.compile(r"(?<![\d,.])\d[\d,]*+(?:\.\d++)?\s?(?:万元|亿元|元)")
_CLAUSE = re.compile("[，,：:（(]")
_PARTS = re.compile(r"\s*+[，,（(]\s*+其中")
# 全部为财政拨款
_WHOLE = re.compile(r"[，,（(]\s*+(?:全部|均|全)(?:为|由|是|来自|使用)\s*+(?P<source>[^，,。；;（）()\d]{2,12})")
_OUTSIDE = "a line outside the form"


class SaidMoney(NamedTuple):
    """The line of a sentence that says the money of a project, by its number, and its span in the text of the line."""

    line: int
    span: tuple[int, int]


def money_said(source: Source, texts: Texts, found: FormReading) -> dict[int, SaidMoney]:
    """The sentence that says the money of each project whose form prints none, by the number of the project.

    It stands between the form before and the indicators of its own, below a line that names the project, and is the
    only one there with an amount that is planned for the year.
    """
    names, years = without_money(found), _years(source, found)
    said: dict[int, SaidMoney] = {}
    before = 0
    for project in sorted(found.projects, key=lambda row: row.line):
        rows = [row.line for row in found.indicators if row.project_seq == project.project_seq]
        first, last = min(rows, default=project.line), max(rows, default=project.line)
        lines = [line for line in source.lines if before < line.number < first and not line.is_row]
        before = last
        if project.project_seq in names.values():
            own = [*_said(_below_name(lines, texts, project.project_name), texts, years)]
            if len(own) == 1:
                said[project.project_seq] = own[0]
    return said


def land_said_money(
    ledger: Ledger, reading: FormReading, said: Mapping[int, SaidMoney], lines: Mapping[int, Line]
) -> None:
    """Land the money of ``said``; what else their lines print is no part of a form."""
    for seq, own in said.items():
        text = ledger.printed(lines[own.line].cells)
        start, end = own.span
        ledger.leave(text[:start].strip(), _OUTSIDE)
        ledger.leave(text[end:].strip(), _OUTSIDE)
        form = LabelledForm()
        _take(ledger, form, text, start, end)
        land_funding(ledger, reading, form, seq)


def _take(ledger: Ledger, form: LabelledForm, text: Printed, start: int, end: int) -> None:
    """Take the amounts of a sentence that begins with its total and ends with the last of its sources."""
    first = _AMOUNT.match(text.text, start)
    assert first is not None
    own, total = text[start:end], text[start : first.end()]
    told = amounts_said(own, is_of_total=True)
    cells = [(said.kind or "annual_total", said.label, said.amount) for said in told]
    if not told and (whole := _WHOLE.match(text.text, first.end())) is not None:
        label = text[whole.start("source") : whole.end("source")].strip()
        cells = [(kind_said(label.text) or "annual_total", label, total)]
    cells = cells or [("annual_total", Printed("", range(0)), total)]
    form.money += [MoneyCell(kind, ("sentence", 0), label, amount, _UNIT) for kind, label, amount in cells]
    at = start
    for amount in sorted((amount for _, _, amount in cells), key=lambda own: own.span):
        ledger.label(text[at : (low := text.at.index(amount.at[0]))].strip())
        at = low + len(amount.text)
    ledger.label(text[at:end].strip())


def _below_name(lines: Sequence[Line], texts: Texts, name: str) -> Sequence[Line]:
    """The lines from the last on that names the project."""
    bare = fold(split_code(Printed(name, range(len(name)))).name.text)
    named = [at for at, line in enumerate(lines) if bare and bare in fold(_text(texts, line))]
    return lines[named[-1] :] if named else ()


def _said(lines: Sequence[Line], texts: Texts, years: Collection[int]) -> Iterator[SaidMoney]:
    """The sentences with an amount that is planned for the year, from the amount to that of the last source."""
    for line in lines:
        text, label = _text(texts, line), ""
        for sentence in _SENTENCE.finditer(text):
            amount = _AMOUNT.search(text, *sentence.span())
            label = _label(text[sentence.start() : amount.start() if amount else sentence.end()]) or label
            if amount is not None and _is_of_year(label, years):
                yield SaidMoney(line.number, (amount.start(), _end(text, amount, sentence.end())))


def _label(text: str) -> str:
    """What the last clause before an amount says: 2025年项目预算安排资金."""
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    return clauses[-1].strip() if clauses else ""


def _years(source: Source, found: FormReading) -> Collection[int]:
    """The years of the forms; where they print none the latest that the file does."""
    printed = printed_years(found.heading) or printed_years(found.above) or [*found.years_said]
    return printed or sorted(printed_years(source.text))[-1:]


def _is_of_year(label: str, years: Collection[int]) -> bool:
    """True for words that plan the money of the year and of the project."""
    is_planned = len(label) <= _LONGEST_LABEL and speaks(label, "said_budget_word")
    own = printed_years(label)
    is_of_year = not own or (len(own) == 1 and own[0] in years)
    return is_planned and is_of_year and not speaks(label, "no_said_budget_word") and year_range(label) is None


def _end(text: str, total: re.Match[str], end: int) -> int:
    """Where the last source of a total ends; the end of the total where its words part it otherwise, or not at all."""
    parts = _PARTS.match(text, total.end())
    ends = [amount.end() for amount in _AMOUNT.finditer(text, parts.end(), end)] if parts else []
    told = (at for at in reversed(ends) if amounts_said(Printed(text[total.start() : at], range(at)), is_of_total=True))
    return next(told, total.end())


def _text(texts: Texts, line: Line) -> str:
    return "".join(texts[line.number].values())
