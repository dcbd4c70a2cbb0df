"""Excel workbooks, one a department: typed cells, frozen headers, no text ever taken for a formula or a link.

What Excel cannot hold is said openly in the sheet 说明 and in the manifest: longer texts are cut, longer sheets go on
in another one, a number of more digits than a cell keeps is written as text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter
from xlsxwriter.exceptions import XlsxFileError
from xlsxwriter.worksheet import Worksheet

from jixiao.export.files import Exported, FileFormat, OpenWarehouse, Track, digest
from jixiao.export.manifest import marts
from jixiao.export.sheets import DEPARTMENTS, SHEETS, Sheet
from jixiao.warehouse import MartColumn

LONGEST_TEXT = 32_767
"""UTF-16 units in a cell."""
MOST_ROWS = 1_048_576
"""Rows of a sheet, with its header."""

_FETCH = 10_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_CREATED = datetime(2000, 1, 1)  # Excel wants a time of creation; a fixed one keeps the bytes the same
_WIDE = {"VARCHAR": 24, "DECIMAL": 14}


def _write(source: OpenWarehouse, folder: Path, track: Track) -> list[Exported]:
    departments = source.connection.execute(DEPARTMENTS).fetchall()
    files = {file_name(*row[:3]): row for row in departments}
    return [_Workbook(source, files[name], folder / name).write() for name in track(list(files))]


def file_name(department_key: int, department_name: str, city_name: str) -> str:
    """A file name safe on every system: letters, digits and ideographs; the key makes it the only one of its name."""
    plain = unicodedata.normalize("NFC", f"{city_name}_{department_name}")
    return f"{department_key}_{re.sub(r'[^0-9A-Za-z_㐀-䶿一-鿿]+', '', plain)[:60]}.xlsx"


class _Workbook:
    """One workbook being written. A cell's type follows from the column's, never from its text."""

    def __init__(self, source: OpenWarehouse, department: tuple[int, str, str, str], path: Path) -> None:
        self._connection = source.connection
        self._columns = {column.name: column for table in source.tables for column in table.columns}
        self._department = department
        self._path = path
        self._rows = 0
        self._notes: list[str] = []

    def write(self) -> Exported:
        """Write the file. Raises OSError."""
        try:
            self._write_book()
        except XlsxFileError as error:
            raise OSError(str(error)) from error
        return Exported(self._path.name, self._department[1], self._rows, digest(self._path), tuple(self._notes))

    def _write_book(self) -> None:
        with xlsxwriter.Workbook(str(self._path), _OPTIONS) as book:
            book.set_properties({"title": self._department[1], "created": _CREATED})
            self._header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
            self._text = book.add_format({"text_wrap": True, "valign": "top"})
            self._formats = {
                name: book.add_format({"num_format": code, "valign": "top"})
                for name, code in (("DECIMAL", "#,##0.00####"), ("BIGINT", "0"), ("DATE", "yyyy-mm-dd"), ("", "@"))
            }
            about = book.add_worksheet("说明")
            for sheet in SHEETS:
                self._write_sheet(book, sheet)
            self._write_about(about)

    def _write_sheet(self, book: xlsxwriter.Workbook, sheet: Sheet) -> None:
        found = self._connection.execute(sheet.query, [self._department[0]])
        columns = [self._columns[column[0]] for column in found.description or []]
        current, row, pages = self._start(book, sheet.title, columns), 1, 1
        for values in _rows(found):
            if row == MOST_ROWS:
                pages += 1
                self._notes.append(f"{sheet.title}: goes on in sheet {sheet.title} ({pages})")
                current, row = self._start(book, f"{sheet.title} ({pages})", columns), 1
            for place, (column, value) in enumerate(zip(columns, values, strict=True)):
                self._write_cell(current, row, place, column, value)
            row += 1
            self._rows += 1

    def _start(self, book: xlsxwriter.Workbook, title: str, columns: Sequence[MartColumn]) -> Worksheet:
        worksheet = book.add_worksheet(title)
        worksheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            worksheet.set_column(place, place, _WIDE.get(column.type.partition("(")[0], 10))
            worksheet.write_string(0, place, column.term, self._header)
        return worksheet

    def _write_cell(self, sheet: Worksheet, row: int, place: int, column: MartColumn, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value)
        elif isinstance(value, int | Decimal):
            self._write_number(sheet, row, place, column, value)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, self._formats["DATE"])
        else:
            sheet.write_string(row, place, self._short(sheet, row, column, str(value)), self._text)

    def _write_number(self, sheet: Worksheet, row: int, place: int, column: MartColumn, value: int | Decimal) -> None:
        if Decimal(f"{float(value):.15G}") == value:
            look = self._formats["DECIMAL" if isinstance(value, Decimal) else "BIGINT"]
            sheet.write_number(row, place, float(value), look)
        else:
            self._notes.append(f"{sheet.name} {row + 1}: {column.term} has more digits than Excel keeps; it is a text")
            sheet.write_string(row, place, str(value), self._formats[""])

    def _short(self, sheet: Worksheet, row: int, column: MartColumn, text: str) -> str:
        units = text.encode("utf-16-le", errors="surrogatepass")
        if len(units) <= 2 * LONGEST_TEXT:
            return text
        self._notes.append(
            f"{sheet.name} {row + 1}: {column.term} has {len(text)} characters and is cut; the whole text is in the "
            "other formats"
        )
        return units[: 2 * LONGEST_TEXT].decode("utf-16-le", errors="ignore")

    def _write_about(self, sheet: Worksheet) -> None:
        _, department, city, function = self._department
        lines: list[tuple[str, ...]] = [
            ("部门名称", department),
            ("城市名称", city),
            ("部门职能", function),
            ("金额", "万元，原文口径；合计数不是明细行，各行相加即为总额"),
            ("核对", "审计疑点是复核的理由，不是结论；页码和行号指向原文"),
            *((own.title, own.row) for own in SHEETS),
            *(("注意", note) for note in self._notes),
        ]
        sheet.set_column(0, 0, 14)
        sheet.set_column(1, 1, 80)
        for row, line in enumerate(lines):
            sheet.write_string(row, 0, line[0], self._header)
            sheet.write_string(row, 1, line[1], self._text)


def _rows(found: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while batch := found.fetchmany(_FETCH):
        yield from batch


XLSX = FileFormat(
    _write,
    marts,
    "One workbook a department, sheets with Chinese headers, numbers in 万元. Excel keeps 15 digits; what a cell or "
    "a sheet cannot hold is in the notes of its file. The queries below run on the warehouse.",
)
