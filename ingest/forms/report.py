"""Reports 绩效评价报告, 绩效自评报告: prose and a table of scored indicators; the title names the project.

Published with final accounts, and by 财政局 of what third parties evaluate. Money stands in prose: it is taken where a
rate of execution printed beside it proves which amounts are budget and spending.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ingest.forms.heading import read_heading_line, read_year_line
from ingest.forms.labelled.bodies import is_name_of_body
from ingest.forms.labelled.evidence import has_grid
from ingest.forms.labelled.form import ExecutionLine, LabelledForm
from ingest.forms.labelled.labels import find_label, read_label
from ingest.forms.labelled.meaning.execution.proof import is_rate_of
from ingest.forms.labelled.reader import read_form
from ingest.forms.labelled.rows.project import land_form
from ingest.forms.labelled.rows.titled import may_name_project
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.grammar.amounts import read_wan
from ingest.grammar.places import find_place
from ingest.source.blocks import Line, Source
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, Texts, fold
from ingest.vocabulary import words

_LONGEST_TITLE = 80
_LINES_ABOVE = 3
_LINES_BELOW = 12
_SENTENCE = re.compile("[。；;：:，,]")
_BEFORE_NAME = re.compile(r"(?:关于)?\s*+(?:20\d\d年度?)?")
_BEHIND_NAME = re.compile(r"(?:20\d\d年度?)?(?:财政)?(?:重点)?(?:(?:项目)?支出)?(?:财政)?(?:重点)?的?$")
# 评价对象为2023年度资金
_OF_YEAR = re.compile(r"评价(?:对象|范围)[^。]{0,12}?(?P<year>20\d\d年度?)(?:项目|资金|预算|财政)")
_SPENT = re.compile(
    r"(?P<label>[^\d，,。；;：:（）()]{0,14})(?:为|共|约|计)?[：:]?(?P<amount>(?<![\d,.])\d[\d,]*+(?:\.\d++)?(?:亿元|万元|元))"
)
_RATE = re.compile(r"(?:执行率|支出率|支付率|支付进度|执行进度)(?:为|达到?|是)?[：:]?(?P<rate>\d{1,3}(?:\.\d+)?)[%％]")


class Spent(NamedTuple):
    """Where a text prints budget, spending and the rate that proves them: spans of its characters."""

    budget: tuple[int, int]
    executed: tuple[int, int]
    rate: tuple[int, int]


class Report(NamedTuple):
    """A report by the numbers of its lines: title with what stands above it, cover, prose of its money, tables."""

    title: tuple[int, ...]
    cover: tuple[int, ...]
    money: tuple[int, ...]
    table: tuple[int, ...]


def evidence(part: Part) -> Mapping[str, str]:
    """The title of a report with a table of scored indicators behind it."""
    found = part.ask(reports)
    return {"self_evaluation": f"a report, line {found[0].title[-1]}"} if found else {}


def reports(part: Part) -> list[Report]:
    """The reports of a part, each with the tables up to the next one."""
    source, texts = part.source, part.texts
    lines = [line for line in source.lines if texts[line.number]]
    starts = [at for at, line in enumerate(lines) if not line.is_row and _is_title(_text(texts, line))]
    found = []
    for at, stop in pairwise([*starts, len(lines)] if starts else ()):
        table = [line.number for rows in _grids(source, texts, lines[at:stop]) for line in rows]
        if table:
            above = lines[max(at - _LINES_ABOVE, 0) : at + 1]
            prose = [line for line in lines[at + 1 : stop] if not line.is_row]
            cover = [line.number for line in prose[:_LINES_BELOW] if _is_of_cover(_text(texts, line))]
            cover += [line.number for line in prose if _OF_YEAR.search(_text(texts, line))]
            title = [line.number for line in above if not line.is_row and not _SENTENCE.search(_text(texts, line))]
            found.append(Report(tuple(title), tuple(cover), tuple(_of_money(texts, prose)), tuple(table)))
    return found


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the reports. Never raises: what is not understood stays unbooked."""
    reading, lines = FormReading(), {line.number: line for line in part.source.lines}
    for report in part.ask(reports):
        names: dict[str, Printed] = {}
        for number in report.cover:
            _read_cover(ledger, reading, ledger.printed(lines[number].cells), names)
        title, name = _read_title(ledger, reading, [ledger.printed(lines[at].cells) for at in report.title], names)
        rows = [cells for number in report.table if (cells := ledger.cells(lines[number]))]
        form = read_form(title, rows, reading.money_unit)
        form.names = {**form.names, **names}
        form.values["project_name"] = [name] if name else []
        if report.money:
            spans = [span for number in report.money for span in lines[number].cells]
            _take_money(form, ledger.printed(spans))
        land_form(ledger, reading, form)
    return reading


def _read_cover(ledger: Ledger, reading: FormReading, line: Printed, names: dict[str, Printed]) -> None:
    label = read_label(line)
    kinds = [kind for kind in ("form_unit", "form_department") if label is not None and kind in label.kinds]
    if label is not None and kinds and label.value:
        ledger.label(label.label)
        if names.setdefault(kinds[0], label.value) is not label.value:
            ledger.leave(label.value, "a line outside the form")
    elif year := _OF_YEAR.search(line.text):
        reading.above += year["year"] + "\n"
        ledger.leave(line, "a line outside the form")
    elif not read_year_line(ledger, reading, line):
        ledger.leave(line, "a line outside the form")


def _read_title(
    ledger: Ledger, reading: FormReading, lines: Sequence[Printed], names: dict[str, Printed]
) -> tuple[Printed, Printed]:
    """The title, and the project's name in it or in a line of its own above it."""
    *above, title = lines
    word = next(word for word in _title_words() if fold(title.text).endswith(fold(word)))
    before = title[: len(title.text) - len(word)].strip()
    begin = match.end() if (match := _BEFORE_NAME.match(before.text)) else 0
    end = match.start() if (match := _BEHIND_NAME.search(before.text)) else len(before.text)
    inside = [before[begin:end].strip(), before[begin:].strip()]
    alone = [line for line in reversed(above) if not is_name_of_body(line.text)]
    name = next((own for own in (*inside, *alone[:1]) if may_name_project(own.text)), NOTHING)
    if name in inside:
        start = title.text.index(name.text)
        ledger.label(title[:start].strip())
        ledger.label(title[start + len(name.text) :].strip())
        reading.heading += title.text + "\n"
    else:
        read_heading_line(ledger, reading, title, ("report_title",))
    for line in above:
        if is_name_of_body(line.text) and find_place(line.text) is not None:
            names.setdefault("form_department", line)
        elif line is not name:
            ledger.leave(line, "a line outside the form")
    return title, name


def _take_money(form: LabelledForm, prose: Printed) -> None:
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
    return next(iter(found.values())) if len(found) == 1 else None


def _of_money(texts: Texts, prose: Sequence[Line]) -> Iterator[int]:
    """The lines of prose that print budget, spending and their rate."""
    text, begins = "", []
    for line in prose:
        begins.append(len(text))
        text += _text(texts, line)
    found = spent_of(text)
    if found is not None:
        low, high = min(found)[0], max(span[1] for span in found)
        for line, begin, end in zip(prose, begins, [*begins[1:], len(text)], strict=True):
            if begin < high and low < end:
                yield line.number


def _grids(source: Source, texts: Texts, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The rows of each table with scored indicators."""
    rows: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.is_row:
            rows.append(line)
            continue
        if rows and has_grid(Part(replace(source, lines=tuple(rows)), texts)):
            yield rows
        rows = [] if rows else rows


def _is_of_cover(text: str) -> bool:
    """True for a line that says whose report it is, or of which year."""
    label = find_label(text)
    is_whose = label is not None and label.has_value and bool(label.kinds & {"form_unit", "form_department"})
    return is_whose or (len(text) < _LINES_BELOW and "年度" in text)


@cache
def _title_words() -> tuple[str, ...]:
    return tuple(sorted(words("form_labels", "report_title"), key=len, reverse=True))


def _is_title(text: str) -> bool:
    is_short = len(text) < _LONGEST_TITLE and not _SENTENCE.search(text)
    return is_short and fold(text).endswith(tuple(map(fold, _title_words())))


def _speaks(text: str, kind: str) -> bool:
    return any(word in text for word in words("form_labels", kind))


def _text(texts: Texts, line: Line) -> str:
    return "".join(texts[line.number].values())


REPORT = Form("self_evaluation", "table", evidence, never_continues, read)
