"""One workbook being written: typed cells, Chinese values, no text ever taken for a formula or a link.

What Excel cannot hold is said openly in its notes: longer texts are cut, longer sheets go on in another one, a number
of more digits than a cell keeps is written as text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ingest.vocabulary.messages import in_chinese
from jixiao.export.excel.layout import A4, height_of, paper_of, width_of
from jixiao.export.excel.sheets import Sheet
from jixiao.export.files import Exported, OpenWarehouse, digest
from jixiao.marts import value_terms
from jixiao.warehouse import MartColumn

LONGEST_TEXT = 32_767
"""UTF-16 units in a cell."""
MOST_ROWS = 1_048_576
"""Rows of a sheet, with its header."""
MOST_LINKS = 65_000
"""Links of a sheet."""

Link = Callable[[int, int, Sequence[Any]], str]
"""Where the number of a row leads, from the number of its page, its row there and its values."""

_FETCH = 10_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2000, 1, 1)  # Excel wants a time of creation; a fixed one keeps the bytes the same
_NUMBER, _OWN, _NAME, _TEXT = 6, 12, 14, 100
"""Widths of the number of a row, of a column to fill in, and of the two columns of a sheet of lines."""
_LOOKS: dict[str, dict[str, Any]] = {
    "header": {"bold": True, "bottom": 1, "text_wrap": True},
    "VARCHAR": {"text_wrap": True},
    "DECIMAL": {"num_format": "#,##0.00####"},
    "BIGINT": {"num_format": "0"},
    "DATE": {"num_format": "yyyy-mm-dd"},
    "digits": {"num_format": "@"},
    "sum": {"bold": True, "top": 1, "num_format": "#,##0.00####"},
    "count": {"bold": True, "top": 1, "num_format": "#,##0"},
    "link": {"font_color": "#0563C1", "underline": 1},
    "own": {"text_wrap": True, "border": 1, "bg_color": "#FFF9E5"},
}
_ADDRESS = re.compile(r"https?://[^\s\"<>\x00-\x1f]{1,1000}")


def page_title(title: str, number: int) -> str:
    """The name of a page of a sheet."""
    return title if number == 1 else f"{title} ({number})"


def in_both(text: str) -> str:
    """A sentence of the catalogue of messages in Chinese and, below, in English; any other text as it is."""
    chinese = in_chinese(text)
    return text if chinese == text else f"{chinese}\n{text}"


class Book:
    """A workbook at ``path``, to be used in a ``with`` block. A cell's type follows from the column's, not its text."""

    def __init__(self, source: OpenWarehouse, path: Path, title: str) -> None:
        self._connection = source.connection
        self._columns = {column.name: column for table in source.tables for column in table.columns}
        self.values = value_terms()
        self._path = path
        self._title = title
        self._rows = 0
        self.notes: list[str] = []
        self.workbook = xlsxwriter.Workbook(str(path), _OPTIONS)
        self.workbook.set_properties({"title": title, "created": _CREATED})
        self.looks = {name: self.workbook.add_format({"valign": "top", **look}) for name, look in _LOOKS.items()}

    def __enter__(self) -> "Book":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.workbook.close()
        except XlsxFileError as failed:
            raise OSError(str(failed)) from failed

    def exported(self) -> Exported:
        """What was written, after the block. Raises OSError."""
        return Exported(self._path.name, self._title, self._rows, digest(self._path), tuple(self.notes))

    def lines(self, title: str) -> Callable[[Sequence[tuple[str, str]]], None]:
        """A sheet of lines, a name and a text in both languages; the lines are given later, when they are known."""
        sheet = self.workbook.add_worksheet(title)

        def write(lines: Sequence[tuple[str, str]]) -> None:
            sheet.set_column(0, 0, _NAME)
            sheet.set_column(1, 1, _TEXT)
            _on_paper(sheet, A4)
            for row, (name, text) in enumerate(lines):
                sheet.set_row(row, height_of([(in_both(text), _TEXT)]))
                sheet.write_string(row, 0, name, self.looks["header"])
                sheet.write_string(row, 1, in_both(text), self.looks["VARCHAR"])

        return write

    def add(
        self, sheet: Sheet, parameters: Sequence[Any] = (), link: Link | None = None, own: Sequence[str] = ()
    ) -> None:
        """Write a sheet, on several pages where it is too long for one; ``own`` are empty columns to fill in."""
        found = self._connection.execute(sheet.query, list(parameters))
        columns = [
            MartColumn(name, str(kind), True, f"{sheet.terms[name]}：") if name in sheet.terms else self._columns[name]
            for name, kind, *_ in found.description or []
        ]
        page = _Page(self, sheet, columns, own, 1)
        for number, values in enumerate(_fetched(found), start=1):
            if page.row == MOST_ROWS - bool(sheet.summed):
                page.close()
                self.notes.append(f"{sheet.title} goes on in page {page_title(sheet.title, page.number + 1)}")
                page = _Page(self, sheet, columns, own, page.number + 1)
            page.write(number, values, link)
            self._rows += 1
        page.close()


class _Page:
    """One sheet of a workbook being filled row by row."""

    def __init__(
        self, book: Book, sheet: Sheet, columns: Sequence[MartColumn], own: Sequence[str], number: int
    ) -> None:
        self._book, self._sheet, self._columns, self._own = book, sheet, columns, own
        self.number, self.row = number, 1
        self._first = int(sheet.is_numbered)
        self._page: Worksheet = book.workbook.add_worksheet(page_title(sheet.title, number))
        self._sums = dict.fromkeys(sheet.summed, Decimal(0))
        self._page.freeze_panes(1, 0)
        self._page.repeat_rows(0)
        self._page.set_footer("&L&A&R第 &P 页，共 &N 页")
        heads = [("序号", _NUMBER)] * self._first
        heads += [(column.term, width_of(column)) for column in columns]
        heads += [(name, _OWN) for name in own]
        self._widths = [width for _, width in heads]
        _on_paper(self._page, paper_of(self._widths))
        self._page.set_row(0, height_of(heads))
        for place, (name, width) in enumerate(heads):
            self._page.set_column(place, place, width)
            self._page.write_string(0, place, name, book.looks["header"])
        self._width = len(heads)

    def write(self, number: int, values: Sequence[Any], link: Link | None) -> None:
        texts = zip(values, self._widths[self._first :], strict=False)
        self._page.set_row(self.row, height_of((value, width) for value, width in texts if isinstance(value, str)))
        if self._first:
            if link and self.row <= MOST_LINKS:
                self._page.write_url(self.row, 0, link(self.number, self.row, values), self._book.looks["link"])
                self._page.write_number(self.row, 0, number, self._book.looks["link"])
            else:
                self._page.write_number(self.row, 0, number, self._book.looks["BIGINT"])
        for place, (column, value) in enumerate(zip(self._columns, values, strict=True), start=self._first):
            self._write_cell(place, column, value)
        for place in range(self._width - len(self._own), self._width):
            self._page.write_blank(self.row, place, None, self._book.looks["own"])
        self.row += 1

    def close(self) -> None:
        """The filter over the rows, and below them the sums, which follow the filter."""
        last = self.row - 1
        if last:
            self._page.autofilter(0, 0, last, self._width - 1)
        if last and self._sums:
            self._page.write_string(self.row, 0, "合计", self._book.looks["header"])
            for name, value in self._sums.items():
                place = self._first + [column.name for column in self._columns].index(name)
                cells = f"{xl_col_to_name(place)}2:{xl_col_to_name(place)}{self.row}"
                look = "sum" if self._columns[place - self._first].type.startswith("DECIMAL") else "count"
                formula = f"=SUBTOTAL(109,{cells})"
                self._page.write_formula(self.row, place, formula, self._book.looks[look], float(value))

    def _write_cell(self, place: int, column: MartColumn, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            self._page.write_string(self.row, place, "是" if value else "否", self._book.looks["VARCHAR"])
        elif isinstance(value, int | Decimal):
            self._write_number(place, column, value)
        elif isinstance(value, date):
            self._page.write_datetime(self.row, place, value, self._book.looks["DATE"])
        elif column.name == "url" and self.row <= MOST_LINKS and _ADDRESS.fullmatch(value):
            self._page.write_url(self.row, place, value, self._book.looks["link"])
        else:
            text = self._book.values.get((column.name, value), str(value))
            self._page.write_string(self.row, place, self._short(column, text), self._book.looks["VARCHAR"])

    def _write_number(self, place: int, column: MartColumn, value: int | Decimal) -> None:
        if Decimal(f"{float(value):.15G}") == value:
            look = self._book.looks["DECIMAL" if isinstance(value, Decimal) else "BIGINT"]
            self._page.write_number(self.row, place, float(value), look)
            if column.name in self._sums:
                self._sums[column.name] += value
        else:
            self._note(f"{column.term} has more digits than Excel keeps and is written as text")
            if self._sums.pop(column.name, None) is not None:
                self._note(f"{column.term} is therefore not summed")
            self._page.write_string(self.row, place, str(value), self._book.looks["digits"])

    def _short(self, column: MartColumn, text: str) -> str:
        units = text.encode("utf-16-le", errors="surrogatepass")
        if len(units) <= 2 * LONGEST_TEXT:
            return text
        self._note(f"{column.term} has {len(text)} characters and was cut; other formats hold the whole text")
        return units[: 2 * LONGEST_TEXT].decode("utf-16-le", errors="ignore")

    def _note(self, what: str) -> None:
        self._book.notes.append(f"{self._page.name}, row {self.row + 1} of the workbook: {what}")


def _on_paper(sheet: Worksheet, paper: int) -> None:
    """Landscape, as wide as one page."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)


def _fetched(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while batch := found.fetchmany(_FETCH):
        yield from batch
