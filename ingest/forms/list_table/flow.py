"""项目支出绩效目标表（含转移支付项目） as the text layer of a PDF: columns gone, cells wrapped, one after another.

A row shows by its amounts; the name stands before them, goal and indicators behind. Projects are indented, units are
not; blank lines mean nothing. Seen from departments of 广州市.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ingest.forms.heading import books_page_number, read_heading_line, read_year_line
from ingest.forms.indicators import issue
from ingest.forms.list_table.flow_lines import AMOUNT, TextLine, match_row, name_start, name_width, wrapped_width
from ingest.forms.list_table.rows import ListRow, arrange_rows, assemble
from ingest.forms.list_table.sources import place_sources, usual_sources
from ingest.forms.reading import Form, FormReading, Part, never_continues
from ingest.grammar.amounts import read_amount
from ingest.grammar.funding_sources import FUNDING_SOURCES
from ingest.grammar.lists.numbered import find_head
from ingest.source.blocks import Line, Source, Span
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, fold
from ingest.vocabulary import vocabulary, words

_EACH_AMOUNT = re.compile(rf"(?<![\d,]){AMOUNT}")
_NAME = "list_table"
_FEWEST_LABELS = 4


@dataclass(slots=True)
class _Row:
    """A row of the table: the lines of its name, its amounts, the spans of its goal and indicators."""

    name: list[Span]
    amounts: list[Span]
    text: list[Span]
    is_indented: bool


@cache
def _labels() -> re.Pattern[str]:
    found = {fold(r["word"]) for r in vocabulary("form_labels") if r["kind"].startswith("column_")}
    return re.compile("|".join(re.escape(word) for word in sorted(found, key=lambda word: (-len(word), word))))


def evidence(part: Part) -> Mapping[str, str]:
    """Title, column labels and a row of amounts in running text, where the source has them and no table of cells."""
    source = part.source
    if any(line.is_row for line in source.lines):
        return {}
    texts = [source.text[line.span.start : line.span.end] for line in source.lines]
    first = next((index for index, text in enumerate(texts) if match_row(text)), None)
    if first is None:
        return {}
    heading = fold("".join(texts[:first]))
    found = dict.fromkeys(_labels().findall(heading))
    is_titled = any(fold(word) in heading for word in words("form_labels", "list_title"))
    return {_NAME: " ".join(found)} if is_titled and len(found) >= _FEWEST_LABELS else {}


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the running text as rows of the table. Never raises."""
    source, reading = part.source, FormReading()
    lines = [line for line in source.lines if source.text[line.span.start : line.span.end].strip()]
    amounts = next(i for i, line in enumerate(lines) if match_row(source.text[line.span.start : line.span.end]))
    first = _first_name(source, lines, amounts)
    above = [source.text[line.span.start : line.span.end] for line in lines[:first]]
    heading = {fold(text) for text in above}
    _read_heading(ledger, reading, lines[:first])
    texts = [_text(source, line) for line in lines[first:] if not _is_furniture(ledger, line, heading)]
    label_width = wrapped_width(above, words("form_labels", "column_name")[0])
    rows = [_list_row(ledger, row) for row in _rows(_without_notes(texts), label_width)]
    if not any(row.is_indented for row in rows):  # the layout lost its margins: they tell nothing
        for row in rows:
            row.is_indented = None
    _name_sources(ledger, reading, rows)
    assemble(ledger, reading, rows)
    return reading


def _first_name(source: Source, lines: Sequence[Line], amounts: int) -> int:
    """The line where the first row's name begins: 合计, on the line of its amounts or on the one before.

    A line of column labels may begin with 总计 too (`总计财政拨款`): it is no name.
    """
    for index in range(amounts, max(amounts - 2, -1), -1):
        text = fold(source.text[lines[index].span.start : lines[index].span.end])
        total = next((word for word in words("form_labels", "grand_total") if text.startswith(word)), None)
        if total is not None and not _labels().fullmatch(text.removeprefix(total)):
            return index
    return amounts


def _read_heading(ledger: Ledger, reading: FormReading, lines: Sequence[Line]) -> None:
    """Title, department and unit of money line by line; what is left are the labels of the columns, wrapped."""
    columns: list[Span] = []
    for line in lines:
        if books_page_number(ledger, line):
            continue
        printed = ledger.printed(line.cells)
        is_known = read_heading_line(ledger, reading, printed, ("list_title",))
        if not is_known and not read_year_line(ledger, reading, printed):
            columns.append(line.span)
    labels = ledger.printed(columns)
    for found in _labels().finditer(labels.text.translate(str.maketrans("（）", "()"))):
        ledger.label(labels[found.start() : found.end()])


def _is_furniture(ledger: Ledger, line: Line, heading: set[str]) -> bool:
    """Book a line that repeats the heading or numbers its page; False for any other line."""
    if books_page_number(ledger, line):
        return True
    if fold(ledger.source.text[line.span.start : line.span.end]) in heading:
        ledger.label(ledger.printed(line.cells))
        return True
    return False


def _text(source: Source, line: Line) -> TextLine:
    raw = source.text[line.span.start : line.span.end]
    return TextLine(line, raw, match_row(raw))


def _without_notes(texts: Sequence[TextLine]) -> Sequence[TextLine]:
    """The lines before the notes under the table (注：…), which nobody understands."""
    last = max(index for index, text in enumerate(texts) if text.row)
    notes = words("form_labels", "note")
    stop = next((i for i, text in enumerate(texts) if i > last and fold(text.raw).startswith(notes)), len(texts))
    return texts[:stop]


def _rows(texts: Sequence[TextLine], label_width: int | None) -> list[_Row]:
    """The rows: each from the first line of its name to the line before the next one's."""
    with_amounts = [index for index, text in enumerate(texts) if text.row]
    # 合计 has no text behind it: the lines up to the amounts of the first unit are its name, whole.
    first_unit = with_amounts[1] if len(with_amounts) > 1 and _is_total(texts[: with_amounts[0] + 1]) else None
    certain = [text.width for text in texts[with_amounts[0] + 1 : first_unit]] if first_unit is not None else []
    width = name_width(texts, with_amounts, max([*certain, label_width or 0]))
    starts = [
        before + 1 if index == first_unit else name_start(texts, before + 1, index, width)
        for before, index in zip([-1, *with_amounts], with_amounts, strict=False)
    ]
    stops = [*starts[1:], len(texts)]
    return [_row(texts, start, index, stop) for start, index, stop in zip(starts, with_amounts, stops, strict=True)]


def _is_total(texts: Sequence[TextLine]) -> bool:
    return fold("".join(text.raw for text in texts)).startswith(words("form_labels", "grand_total"))


def _row(texts: Sequence[TextLine], start: int, index: int, stop: int) -> _Row:
    found = texts[index].row
    assert found is not None
    line = texts[index].line.span.start
    name = [text.line.span for text in texts[start:index]]
    if found["name"].strip():
        name.append(Span(line, line + found.end("name")))
    amounts = [
        Span(line + number.start(), line + number.end())
        for number in _EACH_AMOUNT.finditer(texts[index].raw, found.start("amounts"), found.end("amounts"))
    ]
    text = [Span(line + found.start("rest"), line + found.end("rest"))] if found["rest"].strip() else []
    text.extend(text_line.line.span for text_line in texts[index + 1 : stop])
    return _Row(name, amounts, text, texts[start].is_indented)


def _list_row(ledger: Ledger, row: _Row) -> ListRow:
    """The row with its cells: the text behind the amounts is the goal up to the first indicator."""
    text = ledger.printed(row.text)
    head = find_head(text.text)
    goal, indicators = (text, NOTHING) if head is None else (text[:head], text[head:])
    amounts = [ledger.printed([span]) for span in row.amounts]
    return ListRow(
        name=ledger.printed(row.name).strip(),
        amounts=dict(zip(("total", *usual_sources(len(amounts) - 1)), amounts, strict=True)),
        goal=goal.strip(),
        indicators=indicators.strip(),
        is_indented=row.is_indented,
    )


def _name_sources(ledger: Ledger, reading: FormReading, rows: Sequence[ListRow]) -> None:
    """Give each amount its source where sums decide which cells were blank, and say so where they cannot."""
    if any(len(row.amounts) <= len(FUNDING_SOURCES) for row in rows):
        message = "blank cells are lost; amounts are taken for the leading columns unless sums say otherwise"
        reading.issues.append(issue(ledger, "funding_source_assumed", rows[0].name, message))
    if all(len(row.amounts) == 2 for row in rows):
        return
    # `assemble` arranges the rows again: amounts under their sources tell more of units and projects
    body, sections, grand = arrange_rows(reading, rows)
    placed = place_sources(
        [_values(row, reading.money_unit) for row in body],
        sections,
        _values(grand, reading.money_unit) if grand else None,
    )
    for row, sources in zip(body, placed, strict=True):
        total, *amounts = row.amounts.values()
        row.amounts = {"total": total, **dict(zip(sources, amounts, strict=True))}


def _values(row: ListRow, unit: str) -> list[Decimal]:
    amounts = [read_amount(printed.text, unit) for measure, printed in row.amounts.items() if measure != "total"]
    return [amount.value or Decimal(0) for amount in amounts if amount is not None]


LIST_TABLE_FLOW = Form(_NAME, "flow", evidence, never_continues, read)
