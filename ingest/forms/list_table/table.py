"""项目支出绩效目标表（含转移支付项目） as a table: one row a unit or project, cells separated by the medium.

Seen from every department of 广州市, typed or read by character recognition. The header, repeated on each page, names
the columns; the row 合计 and the rows of units are totals.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import compress

from ingest.forms.heading import books_page_number, read_heading_line, read_year_line, set_money_unit
from ingest.forms.indicator_rows.headers.header import headers, is_certain
from ingest.forms.indicator_rows.headers.summary import summaries
from ingest.forms.indicators import issue
from ingest.forms.list_table.figures import MEASURES
from ingest.forms.list_table.rows import ListRow, assemble
from ingest.forms.reading import Form, FormReading, Part, holding, never_continues
from ingest.source.blocks import Line, Span
from ingest.source.ledger import Ledger
from ingest.source.printed import NOTHING, Printed, find, fold
from ingest.vocabulary import vocabulary, words

_NAME = "list_table"
_FEWEST_LABELS = 4
_LONGEST_HEADER_CELL = 80
_SHORTEST_TELLING = 4
# What damage leaves of 单位：万元 in a header that swallowed it: the colon and the unit.
_DAMAGED_MONEY_UNIT = re.compile(r"[：:]\s*(万元|元)")


@cache
def _labels() -> tuple[tuple[str, str], ...]:
    """Column and label, longest label first, so that 财政专户拨款 is not taken for 财政拨款."""
    rows = vocabulary("form_labels")
    found = {(r["kind"].removeprefix("column_"), fold(r["word"])) for r in rows if r["kind"].startswith("column_")}
    return tuple(sorted(found, key=lambda item: (-len(item[1]), item)))


@cache
def _exact_labels() -> Mapping[str, tuple[str, str]]:
    return {item[1]: item for item in reversed(_labels())}


@cache
def _telling_labels() -> tuple[tuple[str, str], ...]:
    """The labels that are known with damage around them."""
    return tuple(item for item in _labels() if len(item[1]) >= _SHORTEST_TELLING)


@cache
def _ends_of_names() -> frozenset[str]:
    return frozenset(label.rstrip("()")[-1] for column, label in _labels() if column == "name")


@cache
def _telling_words() -> tuple[str, ...]:
    return tuple(label for _, label in _telling_labels())


@lru_cache(maxsize=4096)
def column_label(text: str) -> tuple[str, str] | None:
    """The column and label that a header cell prints, exactly or with damage around it; None for another cell."""
    if len(text) > _LONGEST_HEADER_CELL:
        return None
    folded = fold(text)
    exact = _exact_labels().get(folded)
    if exact is not None or len(folded) < _SHORTEST_TELLING:
        return exact
    return next(compress(_telling_labels(), map(folded.__contains__, _telling_words())), None)


def _headers(part: Part) -> dict[int, dict[int, tuple[str, str]]]:
    """The headers of the table by the numbers of their lines, as `_header` gives them."""
    found = {}
    names = {text for text in holding(part, _ends_of_names()) if (column_label(text) or ("", ""))[0] == "name"}
    for line in part.source.lines if names else ():
        texts = part.texts[line.number]
        is_named = len(texts) >= _FEWEST_LABELS and not names.isdisjoint(texts.values())
        if is_named and (header := _header(line, texts)) is not None:
            found[line.number] = header
    return found


def _header(line: Line, texts: Mapping[int, str]) -> dict[int, tuple[str, str]] | None:
    """Cell number to column and label where the line is the table's header; None for any other line."""
    labels = {index: label for index, text in texts.items() if (label := column_label(text)) is not None}
    if len(labels) < _FEWEST_LABELS:
        return None
    found: dict[int, tuple[str, str]] = {}
    columns: set[str] = set()
    for index, label in labels.items():
        if label[0] not in columns and _length(line.cells[index]) <= _LONGEST_HEADER_CELL:
            found[index] = label
            columns.add(label[0])
    is_header = len(found) >= _FEWEST_LABELS and {"name", "total"} <= columns and columns & {"goal", "indicators"}
    return found if is_header else None


def _length(span: Span) -> int:
    return span.end - span.start


def evidence(part: Part) -> Mapping[str, str]:
    """The header of the table, where the source has one and no list with an indicator a row.

    A table without a column of indicators is a list of projects where that one is read.
    """
    if any(map(is_certain, part.ask(headers).values())):
        return {}
    for number, header in part.ask(_headers).items():
        if not _is_summary(part, header):
            return {_NAME: f"line {number}: " + " | ".join(label for _, label in header.values())}
    return {}


def _is_summary(part: Part, header: Mapping[int, tuple[str, str]]) -> bool:
    return all(column != "indicators" for column, _ in header.values()) and bool(part.ask(summaries))


@dataclass(slots=True)
class _TableRow:
    """The cells of one row of the table, a column's spans each; a row that goes on adds to them."""

    line: Line
    spans: dict[str, list[Span]] = field(default_factory=dict)

    def add(self, line: Line, columns: dict[int, tuple[str, str]], text: str) -> None:
        for index, cell in enumerate(line.cells):
            if index in columns and text[cell.start : cell.end].strip():
                self.spans.setdefault(columns[index][0], []).append(cell)

    def has_any(self, *names: str) -> bool:
        return any(name in self.spans for name in names)


def read(part: Part, ledger: Ledger) -> FormReading:
    """Read the table. Never raises: what it does not understand stays unbooked."""
    source, reading = part.source, FormReading()
    columns: dict[int, tuple[str, str]] | None = None
    rows: list[_TableRow] = []
    for line in source.lines:
        if not source.text[line.span.start : line.span.end].strip():
            continue
        header = part.ask(_headers).get(line.number)
        if header:
            _book_header(ledger, reading, line, header)
            columns = header
        elif not line.is_row:
            _read_paragraph(ledger, reading, line, is_above=columns is None)
        elif columns is not None:
            _add_row(rows, line, columns, source.text)
        else:
            for cell in ledger.cells(line).values():
                _read_text(ledger, reading, cell, is_above=True)
    assemble(ledger, reading, [_list_row(ledger, cells) for cells in rows])
    _note_assumptions(ledger, reading)
    return reading


def _book_header(ledger: Ledger, reading: FormReading, line: Line, header: dict[int, tuple[str, str]]) -> None:
    for index, (_, label) in header.items():
        printed = ledger.printed([line.cells[index]])
        found = find(printed, label)
        if found is None:
            continue
        ledger.label(found)
        damaged = _DAMAGED_MONEY_UNIT.search(printed.text)
        if damaged:
            set_money_unit(ledger, reading, printed[damaged.start(1) : damaged.end(1)])


def _read_paragraph(ledger: Ledger, reading: FormReading, line: Line, is_above: bool) -> None:
    if books_page_number(ledger, line):
        return
    _read_text(ledger, reading, ledger.printed(line.cells), is_above)


def _read_text(ledger: Ledger, reading: FormReading, printed: Printed, is_above: bool) -> None:
    """Read a text outside the table: a paragraph, or a cell of a row above the header."""
    if read_heading_line(ledger, reading, printed, ("list_title",)):
        return
    if not (is_above and read_year_line(ledger, reading, printed)):
        ledger.leave(printed, "a line outside the table")


def _add_row(rows: list[_TableRow], line: Line, columns: dict[int, tuple[str, str]], text: str) -> None:
    """A new row, or more of the one before where no amount stands in the line."""
    cells = _TableRow(line)
    cells.add(line, columns, text)
    if rows and not cells.has_any(*MEASURES) and not ("name" in cells.spans and _begins_list(cells, text)):
        rows[-1].add(line, columns, text)
    else:
        rows.append(cells)


def _begins_list(cells: _TableRow, text: str) -> bool:
    """True where the indicators of the line begin with the first of a list."""
    spans = cells.spans.get("indicators", [])
    return (
        bool(spans) and re.match(r"(?:<p>)?\s*1\s*[、.．,，]", text[spans[0].start : spans[0].end].strip()) is not None
    )


def _list_row(ledger: Ledger, cells: _TableRow) -> ListRow:
    def printed(column: str) -> Printed:
        return ledger.printed(cells.spans.get(column, ())).strip()

    name = printed("name") or _name_of_total(ledger, cells.line)
    found = {measure: printed(measure) for measure in MEASURES if measure in cells.spans}
    amounts = {measure: amount for measure, amount in found.items() if amount.at != name.at}
    return ListRow(name, amounts, printed("goal"), printed("indicators"))


def _name_of_total(ledger: Ledger, line: Line) -> Printed:
    """合计 in another column than that of names, as where one cell spans 序号 and 项目名称; there it is no amount."""
    texts = ledger.cells(line).values()
    return next((text for text in texts if fold(text.text) in words("form_labels", "grand_total")), NOTHING)


def _note_assumptions(ledger: Ledger, reading: FormReading) -> None:
    if reading.money_unit_basis != "printed" and reading.units:
        reading.issues.append(issue(ledger, "money_unit_assumed", NOTHING, "no unit of money is printed; 万元 assumed"))


LIST_TABLE = Form(_NAME, "table", evidence, never_continues, read)
